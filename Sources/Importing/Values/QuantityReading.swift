/// What a cell says of how many alike machines a row stands for: "12", "12 pcs", "x 12", "12,00", "1 000".
enum QuantityReading {
    /// More alike machines in one row than any gift has.
    static let limit: Int32 = 5000

    /// A fraction of three figures may be thousands, and is asked about.
    static func read(_ cell: LentBytes) -> Result<Int32, Problem> {
        let plain = BlankBytes.plain(Array(cell.prefix(40)))
        var text = Substring(String(decoding: plain, as: UTF8.self).lowercased())
        if text.first == "x" || text.first == "×" { text = text.dropFirst() }
        text = text.drop { $0 == " " }
        var digits = String(text.prefix(while: isDigit))
        var rest = text.dropFirst(digits.count)
        while !digits.isEmpty, let group = thousands(rest) {
            digits += group
            rest = rest.dropFirst(1 + group.count)
        }
        var fraction: Substring = ""
        if let sign = rest.first, sign == "," || sign == "." {
            fraction = rest.dropFirst().prefix(while: isDigit)
            guard !fraction.isEmpty else { return .failure(.notAQuantity) }
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard rest.allSatisfy({ $0.isLetter || $0 == " " || $0 == "." }),
            let number = Int32(digits), number <= limit
        else { return .failure(.notAQuantity) }
        if fraction.count == 3, digits.count <= 3, number > 0 {
            let written = text.prefix(digits.count + 4)
            return .failure(.thousandsOrDecimals(digits, String(fraction), of: String(written)))
        }
        return fraction.allSatisfy { $0 == "0" } ? .success(number) : .failure(.notAQuantity)
    }

    /// The three digits behind a space or an apostrophe; nil when something else follows.
    private static func thousands(_ rest: Substring) -> Substring? {
        guard let sign = rest.first, " '’".contains(sign) else { return nil }
        let group = rest.dropFirst().prefix(while: isDigit)
        return group.count == 3 ? group : nil
    }

    private static func isDigit(_ letter: Character) -> Bool { letter.isASCII && letter.isNumber }
}
