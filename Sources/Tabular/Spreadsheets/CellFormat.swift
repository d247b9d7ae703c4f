/// How a workbook shows the number of a cell, as far as it tells what the number is.
enum CellFormat: Sendable, Hashable {
    case general
    case date
    /// Whole numbers of at least so many figures: an article's number "00001234".
    case padded(Int)

    /// A format as a workbook writes it; its part for negative numbers stands behind a semicolon.
    init(_ format: String) {
        let positive = format.prefix { $0 != ";" }
        if positive.count > 1, positive.allSatisfy({ $0 == "0" }) {
            self = .padded(min(positive.count, Self.figuresAtMost))
        } else {
            self = Self.isDate(format) ? .date : .general
        }
    }

    init(builtIn number: Int) {
        self = Self.isDate(builtIn: number) ? .date : .general
    }

    /// No number that people give things is longer.
    private static let figuresAtMost = 64

    func shown(_ stored: String, since1904: Bool) -> String {
        switch self {
        case .general: return CellNumber.text(stored)
        case .date: return CellNumber.date(stored, since1904: since1904) ?? CellNumber.text(stored)
        case .padded(let width):
            let text = CellNumber.text(stored)
            guard text.utf8.allSatisfy({ 48...57 ~= $0 }), text.utf8.count < width else {
                return text
            }
            return String(repeating: "0", count: width - text.utf8.count) + text
        }
    }

    /// Whether a format of a workbook shows a date: letters of days or years outside of quotes and brackets.
    private static func isDate(_ format: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for letter in format.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch letter {
            case "\\": isEscaped = true
            case "\"": isQuoted.toggle()
            case "[": isBracketed = !isQuoted
            case "]": isBracketed = false
            case "d", "y", "j":
                if !isQuoted, !isBracketed { return true }
            default: break
            }
        }
        return false
    }

    /// The formats that every workbook knows by number.
    private static func isDate(builtIn number: Int) -> Bool {
        (14...17).contains(number) || number == 22 || (27...31).contains(number) || number == 36
            || (50...54).contains(number) || (57...58).contains(number)
    }
}
