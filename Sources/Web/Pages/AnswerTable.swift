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
        ///
        /// Not `path`: a name that is nil here is looked for in what is around, and the page has a path.
        let link: String?
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
                        text: reading.cell(value[column.name], column.kind, column.name),
                        link: Self.path(column.name, value[column.name]),
                        isFigure: column.kind != .text,
                        isHeading: place == 0
                    )
                }
            )
        }
    }

    private static func path(_ name: String, _ value: JSONValue) -> String? {
        guard value != .null, let page = ShownPages.page(of: name) else { return nil }
        return page + value.line(in: .en).addingPercentEncoding
    }
}
