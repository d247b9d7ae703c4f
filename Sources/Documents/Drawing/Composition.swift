/// A document being laid out: a cursor that goes down A4 pages, and the marks it leaves.
///
/// Nothing is drawn before everything is laid out, because each page says how many there are.
public final class Composition {
    static let left = mm(20)
    static let right = mm(190)
    static let top = mm(22)
    static let bottom = mm(272)
    static var measure: Points { right - left }

    let typeface: Typeface
    private(set) var pages: [[Mark]] = [[]]
    private var openTags: [Tag] = []
    /// Texts with a character that no font has.
    private(set) var unprintable: [String] = []
    var y: Points = Composition.top

    init(_ typeface: Typeface) { self.typeface = typeface }

    func put(_ mark: Mark) {
        switch mark {
        case .begin(let tag): openTags.append(tag)
        case .end: openTags.removeLast()
        default: break
        }
        pages[pages.count - 1].append(mark)
    }

    func tagged(_ tag: Tag, _ body: () -> Void) {
        put(.begin(tag))
        body()
        put(.end(tag))
    }

    func block(_ text: String, _ style: TextStyle, width: Points? = nil) -> TextBlock {
        let block = TextBlock(text, style, width: width, in: typeface)
        if block.hasUnknownGlyphs { unprintable.append(text) }
        return block
    }

    /// Turns to a new page.
    ///
    /// Open tags end here and open again there: a table that goes on is heard as a table on each page, and the foot
    /// of the page is not heard as one of its cells.
    func breakPage() {
        let open = openTags
        for tag in open.reversed() { put(.end(tag)) }
        pages.append([])
        y = Self.top
        for tag in open { put(.begin(tag)) }
    }

    /// Turns the page unless `height` is left on this one.
    func keep(_ height: Points) {
        if y + height > Self.bottom { breakPage() }
    }

    func space(_ height: Points) { y += height }

    func title(_ text: String) {
        let block = block(text, .title, width: Self.measure)
        tagged(.title) { put(.text(block, x: Self.left, y: y)) }
        y += block.height + mm(1.5)
    }

    /// A heading stays with at least `following` of what it announces.
    func heading(_ text: String, following: Points = mm(14)) {
        space(mm(3))
        let block = block(text, .heading, width: Self.measure)
        keep(block.height + following)
        tagged(.heading) { put(.text(block, x: Self.left, y: y)) }
        y += block.height + mm(0.8)
        put(.rule(x: Self.left, y: y, width: Self.measure, thickness: 0.6, .accent))
        y += mm(1.8)
    }

    /// Text over the whole measure, which breaks over pages between lines.
    func paragraph(_ text: String, _ style: TextStyle = .body, after: Points = mm(1.6)) {
        let block = block(text, style, width: Self.measure)
        if y + block.height <= Self.bottom {
            tagged(.paragraph) { put(.text(block, x: Self.left, y: y)) }
            y += block.height + after
            return
        }
        let bottoms = block.lineBottoms
        var first = 0
        while first < bottoms.count {
            let above = first == 0 ? 0 : bottoms[first - 1]
            let fitting = bottoms[first...].prefix { y + $0 - above <= Self.bottom }.count
            // A line taller than a page cannot be; one always goes on a fresh page.
            let count = y == Self.top ? max(1, fitting) : fitting
            if count > 0 {
                let range = first..<first + count
                tagged(.paragraph) { put(.lines(block, range, x: Self.left, y: y)) }
                y += bottoms[first + count - 1] - above
                first += count
            }
            if first < bottoms.count { breakPage() }
        }
        y += after
    }
}
