/// The words that stand in dates: months, days of the week, and what people and programs write around them.
struct DateWords: Sendable {
    enum Kind: String, Sendable {
        case month, weekday
        /// "le", "1er", "de": says nothing.
        case joint
        /// "vers 2019": the day is not known.
        case about
        /// "14h33", "PM", "UTC".
        case time
    }

    private var months: [[UInt8]: Int] = [:]
    private var words: [Kind: Set<[UInt8]>] = [:]

    init(_ text: String) throws(ReferenceFault) {
        let name = "date_words"
        let table = try ReferenceTable(text, name: name, columns: ["kind", "word", "month"])
        for (index, row) in table.rows.enumerated() {
            let fault = ReferenceFault(table: name, line: index + 2)
            guard let kind = Kind(rawValue: row["kind"] ?? ""), let word = row["word"] else {
                throw fault
            }
            words[kind, default: []].insert(FoldedBytes.fold(word))
            guard kind == .month else { continue }
            guard let month = row["month"].flatMap({ Int($0) }), (1...12).contains(month) else {
                throw fault
            }
            months[FoldedBytes.fold(word)] = month
        }
    }

    /// From 1; nil for any other word.
    func month(_ word: LentBytes) -> Int? { months[Self.folded(word)] }

    func `is`(_ word: LentBytes, _ kind: Kind) -> Bool {
        words[kind]?.contains(Self.folded(word)) == true
    }

    private static func folded(_ word: LentBytes) -> [UInt8] {
        var folded: [UInt8] = []
        FoldedBytes.fold(word, into: &folded)
        return folded
    }
}
