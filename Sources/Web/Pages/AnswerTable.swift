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
        /// A day or an instant, which stays on one line.
        let isDay: Bool
        let isHeading: Bool
    }

    struct Row {
        let cells: [Cell]
    }

    let headings: [Heading]
    let rows: [Row]

    init(headings: [Heading], rows: [Row]) {
        (self.headings, self.rows) = (headings, rows)
    }

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
                        text: reading.said(value[column.name], column.kind, column.name),
                        path: ShownPages.page(of: column.name, value[column.name]),
                        isFigure: column.kind != .text,
                        isDay: column.kind == .text && Self.isDay(value[column.name], column),
                        isHeading: place == 0
                    )
                }
            )
        }
    }

    private static func isDay(_ value: JSONValue, _ column: AnswerColumn) -> Bool {
        guard case .text(let word) = value, Wording.label(column.name, word) == nil else {
            return false
        }
        return SpokenDate.spoken(word, in: .en) != nil
    }
}
