import Application
import Domain

/// Writes an answer in the form that was asked for.
struct Answer {
    let bytes: [UInt8]
    let columns: [AnswerColumn]
    let language: Language
    /// What people call the words of states, steps and kinds.
    var words: [String: Phrase] = [:]

    func write(_ format: OutputFormat) {
        switch format {
        case .json: Terminal.write(bytes + [0x0A])
        case .csv: Terminal.write(csv().utf8)
        case .table: Terminal.write(table().utf8)
        }
    }

    private func table() -> String {
        let value = JSONValue(bytes: bytes)
        switch rows(of: value) {
        case .some(let rows):
            let columns = columns(for: rows)
            guard !rows.isEmpty else {
                return Phrase(fr: "Rien à montrer.\n", en: "Nothing to show.\n").text(in: language)
            }
            return Table(
                headings: columns.map { $0.heading.text(in: language) },
                figures: Set(columns.indices.filter { columns[$0].kind != .text }),
                rows: rows.map { row in columns.map { cell(row[$0.name], $0.kind, $0.name) } }
            ).text(width: Terminal.width)
        case .none:
            return lines(of: value, indent: "")
        }
    }

    private func csv() -> String {
        let value = JSONValue(bytes: bytes)
        let rows = rows(of: value) ?? [value]
        let columns = columns(for: rows)
        var records = [columns.map(\.name)]
        records += rows.map { row in columns.map { row[$0.name].line(in: .en) } }
        return SpreadsheetText.write(records)
    }

    /// The rows of a list, given as such or as the `rows` of a page; nil for one thing.
    private func rows(of value: JSONValue) -> [JSONValue]? {
        if case .list(let rows) = value { return rows }
        if case .list(let rows) = value["rows"] { return rows }
        return nil
    }

    private func columns(for rows: [JSONValue]) -> [AnswerColumn] {
        guard columns.isEmpty, case .object(let fields)? = rows.first else { return columns }
        return fields.keys.sorted().map { name in
            let kind: AnswerColumn.Kind =
                name.hasSuffix("cents") ? .cents : fields[name]?.isNumber == true ? .number : .text
            return AnswerColumn(name, Phrase(fr: name, en: name), kind)
        }
    }

    /// A value for people: money as money, a word of the map as the map says it.
    private func cell(_ value: JSONValue, _ kind: AnswerColumn.Kind, _ name: String) -> String {
        if ["state", "from", "to", "step", "kind"].contains(name), case .text(let word) = value,
            let said = words[word]
        {
            return said.text(in: language)
        }
        if kind == .cents, case .number(let cents) = value {
            return Money(cents: cents, currency: .eur).formatted(in: language)
        }
        return value.line(in: language)
    }

    /// Things within a thing, as a small table without what only machines need.
    private func nested(_ list: [JSONValue], indent: String) -> String {
        var names: [String] = []
        for case .object(let fields) in list {
            let hidden: Set<String> = fields["fr"] == nil ? [] : ["fr", "en", "step", "state"]
            for name in fields.keys.sorted() where !names.contains(name) && !hidden.contains(name) {
                names.append(name)
            }
        }
        let hasWords = list.contains { if case .text = $0["fr"] { true } else { false } }
        let headings = (hasWords ? [""] : []) + names
        let rows = list.map { row in
            (hasWords ? [row[language.rawValue].line(in: language)] : [])
                + names.map { cell(row[$0], $0.hasSuffix("cents") ? .cents : .text, $0) }
        }
        let text = Table(headings: headings, rows: rows).text(width: Terminal.width - indent.count)
        return text.split(separator: "\n").map { indent + $0 + "\n" }.joined()
    }

    /// One thing, as `name: value` lines; what it consists of is indented.
    private func lines(of value: JSONValue, indent: String) -> String {
        guard case .object(let fields) = value else {
            return indent + value.line(in: language) + "\n"
        }
        let known = columns.map(\.name).filter { fields[$0] != nil }
        // Why each other step is not possible is told on asking for it, or in JSON.
        let names = known + fields.keys.sorted().filter { !known.contains($0) && $0 != "blocked" }
        return names.reduce(into: "") { text, name in
            text += field(name, fields[name] ?? .null, indent: indent)
        }
    }

    private func field(_ name: String, _ value: JSONValue, indent: String) -> String {
        let column = columns.first { $0.name == name }
        let heading = column?.heading.text(in: language) ?? name
        let kind = column?.kind ?? (name.hasSuffix("cents") ? .cents : .text)
        switch value {
        case .null: return ""
        case .list(let list) where list.isEmpty: return ""
        case .object(let fields) where fields["fr"] != nil && fields["en"] != nil:
            return "\(indent)\(heading): \(value.line(in: language))\n"
        case .object: return "\(indent)\(heading):\n" + lines(of: value, indent: indent + "  ")
        case .list(let list)
        where list.contains(where: { if case .object = $0 { true } else { false } }):
            return "\(indent)\(heading):\n" + nested(list, indent: indent + "  ")
        default: return "\(indent)\(heading): \(cell(value, kind, name))\n"
        }
    }
}
