/// The cells of a page's table that hang down into the rows below: there they keep their columns, and mean the same.
struct HangingCells {
    private struct Cell {
        let columns: Range<Int>
        let text: String
        /// That it still covers, its own included.
        var rows: Int
    }

    /// More than the columns of any heading; each of them costs a step in each row.
    private static let limit = 256

    /// In the order of their columns.
    private var cells: [Cell] = []
    /// Those of the open row, which hang from the next one on.
    private var opened: [Cell] = []

    /// The column, at or behind this one, that no cell from above covers.
    func firstFree(from column: Int) -> Int {
        cells.reduce(column) { $1.columns.contains($0) ? $1.columns.upperBound : $0 }
    }

    /// Hears of a cell of the open row; over several columns the first one has its text.
    mutating func hang(
        _ text: String,
        column: Int,
        _ span: (columns: Int, rows: Int)
    ) -> XMLFault.Reason? {
        guard span.rows > 1 else { return nil }
        guard cells.count + opened.count < Self.limit else { return .tooLong }
        let columns = column..<column + span.columns
        opened.append(Cell(columns: columns, text: text, rows: span.rows))
        return nil
    }

    /// What hangs into the open row, by column.
    var values: [(column: Int, text: String)] {
        cells.map { (column: $0.columns.lowerBound, text: $0.text) }
    }

    mutating func endRow() {
        if !opened.isEmpty {
            cells = (cells + opened).sorted { $0.columns.lowerBound < $1.columns.lowerBound }
            opened = []
        }
        for index in cells.indices { cells[index].rows -= 1 }
        cells.removeAll { $0.rows == 0 }
    }
}
