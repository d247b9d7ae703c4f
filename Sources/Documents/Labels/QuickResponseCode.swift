/// A QR code for a screen.
public struct QuickResponseCode: Sendable {
    private let symbol: Symbol

    /// - Throws: When the text is too long for a code.
    public init(_ text: String) throws(DrawingError) {
        symbol = try Symbol(text, as: .qr)
    }

    /// An `svg` element to be put into a page as it is: dark on white with its quiet zone, whatever the page's colours are.
    public var svg: String {
        let quiet = Int(symbol.quietModules)
        let side = Int(symbol.width.rounded(.up)) + 2 * quiet
        let bars = symbol.bars.map { bar in
            "M\(Self.number(bar.x + Double(quiet))) \(Self.number(bar.y + Double(quiet)))"
                + "h\(Self.number(bar.width))v\(Self.number(bar.height))h-\(Self.number(bar.width))z"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="qr" role="img" width="264" height="264" \
            viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges"><rect width="\(side)" height="\(side)" \
            fill="#fff"/><path d="\(bars.joined())" fill="#000"/></svg>
            """
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
