/// What composing leaves on a page, to be drawn once the number of pages is known.
enum Mark {
    case text(TextBlock, x: Points, y: Points)
    /// Lines `range` of a block that breaks over pages; `y` is where the top of the first of them goes.
    case lines(TextBlock, Range<Int>, x: Points, y: Points)
    case rule(x: Points, y: Points, width: Points, thickness: Points, Ink)
    case frame(Box, Ink)
    case symbol(Symbol, Box)
    case windmill(Box)
    case begin(Tag)
    case end(Tag)
}

/// The structure that a screen reader hears.
///
/// Names are those of ISO 32000.
enum Tag: String {
    case document = "Document"
    case title = "H1"
    case heading = "H2"
    case paragraph = "P"
    case table = "Table"
    case row = "TR"
    case columnHeading = "TH"
    case cell = "TD"
    case figure = "Figure"
}
