/// A cell of a workbook that is written: typed, so that nobody's program guesses what it is.
public enum SheetCell: Sendable, Hashable {
    case empty
    case text(String)
    case number(Int64)
    /// Hundredths, shown with two decimals.
    case hundredths(Int64)
    case decimal(Double)
    case truth(Bool)
    /// Days since 1970-01-01.
    case day(Int)
    /// Seconds since 1970-01-01 00:00 UTC.
    case instant(Int64)

    /// Days from 1899-12-30, where spreadsheets count from, to 1970-01-01.
    private static let epoch = 25_569

    /// The element of the cell; `text` is told apart where a program would take it for a formula.
    func append(to xml: inout [UInt8], heading: Bool) {
        switch self {
        case .empty: xml += #"<c/>"#.utf8
        case .text(let text): Self.append(text, to: &xml, heading: heading)
        case .number(let number): xml += "<c><v>\(number)</v></c>".utf8
        case .hundredths(let cents): xml += #"<c s="4"><v>\#(Self.plain(cents))</v></c>"#.utf8
        case .decimal(let number):
            xml += number.isFinite ? "<c><v>\(number)</v></c>".utf8 : "<c/>".utf8
        case .truth(let truth): xml += #"<c t="b"><v>\#(truth ? 1 : 0)</v></c>"#.utf8
        case .day(let day): xml += #"<c s="2"><v>\#(day + Self.epoch)</v></c>"#.utf8
        case .instant(let seconds):
            let serial = Double(seconds) / 86_400 + Double(Self.epoch)
            xml += #"<c s="3"><v>\#(serial)</v></c>"#.utf8
        }
    }

    private static func plain(_ cents: Int64) -> String {
        let (euros, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        return (cents < 0 ? "-" : "") + "\(euros)." + (rest < 10 ? "0\(rest)" : "\(rest)")
    }

    /// Style 5 carries the spreadsheet's own quote prefix: the text stays text, also when somebody edits the cell.
    private static func append(_ text: String, to xml: inout [UInt8], heading: Bool) {
        let opensFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } == true
        let style = heading ? #" s="1""# : opensFormula ? #" s="5""# : ""
        xml += #"<c t="inlineStr"\#(style)><is><t xml:space="preserve">"#.utf8
        // What one cell of Excel holds at most.
        appendEscaped(ExcelText.encoded(String(text.prefix(32_767))), to: &xml)
        xml += "</t></is></c>".utf8
    }

    /// What would mean something in XML stands for itself; what XML forbids is left out.
    static func appendEscaped(_ text: some StringProtocol, to xml: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": xml += "&amp;".utf8
            case "<": xml += "&lt;".utf8
            case ">": xml += "&gt;".utf8
            case "\"": xml += "&quot;".utf8
            case "\r": xml += "&#13;".utf8
            case "\t", "\n": xml.append(UInt8(scalar.value))
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
                continue
            default: xml += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
    }
}

extension SheetCell {
    /// How a formula is read of which a program never wrote down the value.
    public static let formulaWithoutValue = "#FORMULA!"
}
