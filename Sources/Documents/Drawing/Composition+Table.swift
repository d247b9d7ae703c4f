/// A table whose heading returns on each page.
struct Table {
    struct Column {
        let heading: String
        /// Share of the measure; the shares of a table are brought to a sum of one.
        let share: Double
        var alignment = TextStyle.Alignment.start
    }

    let columns: [Column]
    let rows: [[String]]
    /// Rows at the end that are printed bold, above a rule: the totals.
    var totals: [[String]] = []
}

extension Composition {
    func table(_ table: Table) throws(DrawingError) {
        put(.begin(.table))
        let heading = row(table.columns.map(\.heading), table, .columnHeading)
        keep(heading.height + mm(10))
        putHeading(heading)
        for (index, texts) in table.rows.enumerated() {
            let row = row(texts, table, .cell)
            if y + row.height > Self.bottom {
                breakPage()
                putHeading(heading)
                guard y + row.height <= Self.bottom else { throw .rowTallerThanPage(row: index) }
            }
            putRow(row, .cell)
            put(.rule(x: Self.left, y: y, width: Self.measure, thickness: 0.35, .hairline))
        }
        for texts in table.totals {
            let row = row(texts, table, .cell.bold)
            if y + row.height > Self.bottom {
                breakPage()
                putHeading(heading)
            }
            putRow(row, .cell)
        }
        put(.end(.table))
        space(mm(2))
    }

    private struct Row {
        let cells: [(block: TextBlock, x: Points)]
        let height: Points
    }

    private static let gap = mm(2)
    private static let padding = mm(0.95)

    private func row(_ texts: [String], _ table: Table, _ style: TextStyle) -> Row {
        let total = table.columns.reduce(0) { $0 + $1.share }
        var x = Self.left
        var cells: [(block: TextBlock, x: Points)] = []
        for (index, (column, text)) in zip(table.columns, texts).enumerated() {
            let width = Self.measure * column.share / total
            let inner = index == table.columns.count - 1 ? width : width - Self.gap
            cells.append((block(text, style.aligned(column.alignment), width: inner), x))
            x += width
        }
        let tallest = cells.map(\.block.height).max() ?? 0
        return Row(cells: cells, height: tallest + 2 * Self.padding)
    }

    private func putHeading(_ row: Row) {
        putRow(row, .columnHeading)
        put(.rule(x: Self.left, y: y, width: Self.measure, thickness: 0.9, .accent))
    }

    private func putRow(_ row: Row, _ tag: Tag) {
        tagged(.row) {
            for cell in row.cells {
                tagged(tag) { put(.text(cell.block, x: cell.x, y: y + Self.padding)) }
            }
        }
        y += row.height
    }
}
