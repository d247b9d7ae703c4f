import Application
import Domain

/// One thing as names and values, with a table for each list in it.
struct AnswerFacts {
    struct Fact {
        let name: String
        let value: String
        /// The page of what the value names; nil for none.
        var path: String?
        /// What it consists of; empty for a plain value.
        let facts: [Fact]
        let table: AnswerTable?
    }

    let facts: [Fact]

    init(_ reading: AnswerReading) {
        facts = Self.facts(of: reading.value, reading)
    }

    private static func facts(of value: JSONValue, _ reading: AnswerReading) -> [Fact] {
        guard case .object(let fields) = value else {
            return [Fact(name: "", value: value.line(in: reading.language), facts: [], table: nil)]
        }
        let declared = reading.columns.map(\.name).filter { fields[$0] != nil }
        let names = declared + fields.keys.sorted().filter { !declared.contains($0) }
        return names.compactMap { name in
            let column = reading.columns.first { $0.name == name }
            let heading =
                column?.heading.text(in: reading.language)
                ?? String(name.map { $0 == "_" ? " " : $0 })
            return fact(heading, name, fields[name] ?? .null, column?.kind, reading)
        }
    }

    private static func fact(
        _ heading: String,
        _ name: String,
        _ value: JSONValue,
        _ kind: AnswerColumn.Kind?,
        _ reading: AnswerReading
    ) -> Fact? {
        switch value {
        case .null: return nil
        case .list(let list) where list.isEmpty: return nil
        case .list(let list) where list.allSatisfy(\.isObject):
            let table = AnswerTable(
                AnswerReading(
                    value: value,
                    columns: [],
                    language: reading.language,
                    words: reading.words
                )
            )
            return Fact(name: heading, value: "", facts: [], table: table)
        case .object(let fields) where fields["fr"] == nil || fields.count > 2:
            return Fact(name: heading, value: "", facts: facts(of: value, reading), table: nil)
        default:
            let kind = kind ?? (name.hasSuffix("cents") ? .cents : .text)
            return Fact(
                name: heading,
                value: reading.said(value, kind, name),
                path: value.isList ? nil : ShownPages.page(of: name, value),
                facts: [],
                table: nil
            )
        }
    }
}

extension JSONValue {
    fileprivate var isList: Bool { if case .list = self { true } else { false } }

    fileprivate var isObject: Bool { if case .object = self { true } else { false } }
}
