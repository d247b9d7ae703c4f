public import Domain

/// An answer as people read it: as rows and columns where it is a list, with words and money as they are said.
public struct AnswerReading: Sendable {
    public let value: JSONValue
    public let columns: [AnswerColumn]
    public let language: Language
    /// What people call the words of states, steps and kinds.
    public let words: [String: Phrase]

    public init(
        bytes: [UInt8],
        columns: [AnswerColumn],
        language: Language,
        words: [String: Phrase] = [:]
    ) {
        self.init(
            value: JSONValue(bytes: bytes),
            columns: columns,
            language: language,
            words: words
        )
    }

    public init(
        value: JSONValue,
        columns: [AnswerColumn],
        language: Language,
        words: [String: Phrase]
    ) {
        self.value = value
        self.columns = columns
        self.language = language
        self.words = words
    }

    /// The rows of a list, given as such or as the `rows` of a page; nil for one thing.
    public var rows: [JSONValue]? {
        if case .list(let rows) = value { return rows }
        if case .list(let rows) = value["rows"] { return rows }
        return nil
    }

    /// The columns that were declared, or those that the first row shows.
    public func columns(for rows: [JSONValue]) -> [AnswerColumn] {
        guard columns.isEmpty, case .object(let fields)? = rows.first else {
            return columns.filter { column in
                !column.isOccasional || rows.contains { $0[column.name] != .null }
            }
        }
        return fields.keys.sorted().map { name in
            let kind: AnswerColumn.Kind =
                name.hasSuffix("cents") ? .cents : fields[name]?.isNumber == true ? .number : .text
            return AnswerColumn(name, Phrase(fr: name, en: name), kind)
        }
    }

    /// A value for people: money as money, a word of the map as the map says it.
    public func cell(_ value: JSONValue, _ kind: AnswerColumn.Kind, _ name: String) -> String {
        if ["state", "from", "to", "step", "kind"].contains(name), case .text(let word) = value,
            let said = words[word]
        {
            return said.text(in: language)
        }
        if ["kind", "file", "charset"].contains(name), case .text(let word) = value,
            let label = Wording.label(name, word)
        {
            return label.text(in: language)
        }
        if kind == .cents, case .number(let cents) = value {
            return Money(cents: cents, currency: .eur).formatted(in: language)
        }
        return value.line(in: language)
    }

    /// The rows as CSV, for machines: names as headings, values untranslated, formulas neutralised.
    public func csv() -> String {
        let rows = rows ?? [value]
        let columns = columns(for: rows)
        var records = [columns.map(\.name)]
        records += rows.map { row in columns.map { row[$0.name].line(in: .en) } }
        return SpreadsheetText.write(records)
    }
}
