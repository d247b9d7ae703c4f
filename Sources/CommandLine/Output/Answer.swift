import Application
import Domain

/// Writes an answer in the form that was asked for.
struct Answer {
    private let bytes: [UInt8]
    private let reading: AnswerReading

    init(
        bytes: [UInt8],
        columns: [AnswerColumn],
        language: Language,
        words: [String: Phrase] = [:]
    ) {
        self.bytes = bytes
        reading = AnswerReading(bytes: bytes, columns: columns, language: language, words: words)
    }

    private var language: Language { reading.language }

    func write(_ format: OutputFormat) {
        switch format {
        case .json: Terminal.write(bytes + [0x0A])
        case .csv: Terminal.write(reading.csv().utf8)
        case .xlsx: writeBook()
        case .table: Terminal.write(table().utf8)
        }
    }

    /// A workbook is no text: it goes into a file.
    private func writeBook() {
        do throws(Failure) {
            Terminal.write(try reading.xlsx(named: "Moulin"))
        } catch {
            Terminal.complain(error.sentence(in: language))
        }
    }

    private func table() -> String {
        switch reading.rows {
        case .some(let rows):
            let columns = reading.columns(for: rows)
            guard !rows.isEmpty else {
                return Phrase(fr: "Rien à montrer.\n", en: "Nothing to show.\n").text(in: language)
            }
            return Table(
                headings: columns.map { $0.heading.text(in: language) },
                figures: Set(columns.indices.filter { columns[$0].kind != .text }),
                rows: rows.map { row in columns.map { reading.cell(row[$0.name], $0.kind, $0.name) }
                }
            ).text(width: Terminal.width)
        case .none:
            return lines(of: reading.value, indent: "")
        }
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
                + names.map { reading.cell(row[$0], $0.hasSuffix("cents") ? .cents : .text, $0) }
        }
        let text = Table(headings: headings, rows: rows).text(width: Terminal.width - indent.count)
        return text.split(separator: "\n").map { indent + $0 + "\n" }.joined()
    }

    /// One thing, as `name: value` lines; what it consists of is indented.
    private func lines(of value: JSONValue, indent: String) -> String {
        guard case .object(let fields) = value else {
            return indent + value.line(in: language).shown() + "\n"
        }
        let known = reading.columns.map(\.name).filter { fields[$0] != nil }
        // Why each other step is not possible is told on asking for it, or in JSON.
        let names = known + fields.keys.sorted().filter { !known.contains($0) && $0 != "blocked" }
        return names.reduce(into: "") { text, name in
            text += field(name, fields[name] ?? .null, indent: indent)
        }
    }

    private func field(_ name: String, _ value: JSONValue, indent: String) -> String {
        let column = reading.columns.first { $0.name == name }
        let heading = column?.heading.text(in: language) ?? name
        let kind = column?.kind ?? (name.hasSuffix("cents") ? .cents : .text)
        switch value {
        case .null: return ""
        case .list(let list) where list.isEmpty: return ""
        case .object(let fields) where fields["fr"] != nil && fields["en"] != nil:
            return "\(indent)\(heading): \(value.line(in: language).shown())\n"
        case .object: return "\(indent)\(heading):\n" + lines(of: value, indent: indent + "  ")
        case .list(let list)
        where list.contains(where: { if case .object = $0 { true } else { false } }):
            return "\(indent)\(heading):\n" + nested(list, indent: indent + "  ")
        default: return "\(indent)\(heading): \(reading.cell(value, kind, name).shown())\n"
        }
    }
}
