/// The words of measure that follow a number, in French and English.
struct Units: Sendable {
    enum Quantity: String, Sendable { case storage, memory, weight }

    private var factors: [Quantity: [String: Double]] = [:]

    init(_ text: String) throws(ReferenceFault) {
        let table = try ReferenceTable(
            text,
            name: "units",
            columns: ["quantity", "word", "factor"]
        )
        for (index, row) in table.rows.enumerated() {
            guard let quantity = Quantity(rawValue: row["quantity"] ?? ""), let word = row["word"],
                let factor = Double(row["factor"] ?? "")
            else { throw ReferenceFault(table: "units", line: index + 2) }
            factors[quantity, default: [:]][word] = factor
        }
    }

    /// How many bytes or grams one of the unit is; nil for an unknown word in small letters.
    func factor(_ word: String, of quantity: Quantity) -> Double? {
        factors[quantity]?[word]
    }

    func knows(_ word: String) -> Bool {
        factors.values.contains { $0[word] != nil }
    }
}
