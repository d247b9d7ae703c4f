/// What a cell says of how many alike machines a row stands for: "12", "12 pcs", "x 12", "12,00".
enum QuantityReading {
    /// More alike machines in one row than any gift has.
    static let limit: Int32 = 5000

    /// - Returns: nil when the cell is no whole number of machines.
    static func read(_ cell: LentBytes) -> Int32? {
        var text = Substring(String(decoding: cell.prefix(40), as: UTF8.self).lowercased())
        if text.first == "x" || text.first == "×" { text = text.dropFirst() }
        text = text.drop { $0 == " " }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int32(digits), number <= limit else { return nil }
        var rest = text.dropFirst(digits.count)
        if let sign = rest.first, sign == "," || sign == "." {
            let zeros = rest.dropFirst().prefix { $0 == "0" }
            guard !zeros.isEmpty else { return nil }
            rest = rest.dropFirst(1 + zeros.count)
        }
        return rest.allSatisfy { $0.isLetter || $0 == " " || $0 == "." } ? number : nil
    }
}
