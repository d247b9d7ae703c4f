import CPango

/// The sizes and weights of the house, and no others.
struct TextStyle: Hashable, Sendable {
    var size: Points
    var isBold = false
    var ink = Ink.black
    var alignment = Alignment.start
    var lineSpacing: Float = 1.12

    enum Alignment: Sendable { case start, centre, end }

    static let title = TextStyle(size: 17, isBold: true, ink: .accent, lineSpacing: 1.02)
    static let heading = TextStyle(size: 10.5, isBold: true, ink: .accent)
    static let body = TextStyle(size: 9.5)
    static let strong = TextStyle(size: 9.5, isBold: true)
    static let amount = TextStyle(size: 15, isBold: true)
    static let address = TextStyle(size: 10.5, lineSpacing: 1.05)
    static let label = TextStyle(size: 8.5, ink: .grey)
    static let cell = TextStyle(size: 8.5)
    static let columnHeading = TextStyle(size: 8, isBold: true)
    static let small = TextStyle(size: 7, ink: .grey)

    func aligned(_ alignment: Alignment) -> TextStyle {
        var style = self
        style.alignment = alignment
        return style
    }

    func sized(_ size: Points) -> TextStyle {
        var style = self
        style.size = size
        return style
    }

    var bold: TextStyle {
        var style = self
        style.isBold = true
        return style
    }
}

/// Four inks.
///
/// The accent is dark enough to print as black on a black-and-white printer.
enum Ink: Sendable {
    case black, grey, accent, hairline, watermark

    var rgb: (red: Double, green: Double, blue: Double) {
        switch self {
        case .black: (0.08, 0.08, 0.08)
        case .grey: (0.36, 0.36, 0.36)
        case .accent: (0.05, 0.27, 0.33)
        case .hairline: (0.72, 0.72, 0.72)
        case .watermark: (0.88, 0.88, 0.88)
        }
    }
}
