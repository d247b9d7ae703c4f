import Application
import Domain

/// A list of things as a table, with links where a column names a thing that has a page.
struct AnswerTable {
    struct Heading {
        let text: String
        let isFigure: Bool
    }

    struct Cell {
        let text: String
        /// The page of what the cell names; nil for none.
        let path: String?
        let isFigure: Bool
        let isHeading: Bool
    }

    struct Row {
        let cells: [Cell]
    }

    let headings: [Heading]
    let rows: [Row]

    init(_ reading: AnswerReading) {
        let values = reading.rows ?? []
        let columns = reading.columns(for: values)
        headings = columns.map {
            Heading(
                text: $0.heading.text(in: reading.language).capitalisedFirst,
                isFigure: $0.kind != .text
            )
        }
        rows = values.map { value in
            Row(
                cells: columns.enumerated().map { place, column in
                    Cell(
                        text: Self.text(value[column.name], column, reading),
                        path: Self.path(column.name, value[column.name]),
                        isFigure: column.kind != .text,
                        isHeading: place == 0
                    )
                }
            )
        }
    }

    /// As the language writes days, instants and the words of the trade; the rest as the reading does.
    private static func text(
        _ value: JSONValue,
        _ column: AnswerColumn,
        _ reading: AnswerReading
    ) -> String {
        let language = reading.language
        switch value {
        case .text(let word):
            return Wording.label(column.name, word)?.text(in: language)
                ?? SpokenDate.spoken(word, in: language)
                ?? reading.cell(value, column.kind, column.name)
        case .list(let list):
            return list.map { item in
                Wording.label(column.name, item.text)?.text(in: language)
                    ?? item.line(in: language)
            }.joined(separator: ", ")
        default: return reading.cell(value, column.kind, column.name)
        }
    }

    private static func path(_ name: String, _ value: JSONValue) -> String? {
        guard value != .null, let page = ShownPages.page(of: name) else { return nil }
        return page + value.line(in: .en).addingPercentEncoding
    }
}
