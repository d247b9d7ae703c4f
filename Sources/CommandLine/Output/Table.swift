import Application
import Domain

/// Rows of text under headings, as wide as they need to be and no wider than the terminal.
struct Table {
    var headings: [String]
    /// Columns whose figures are aligned on the right.
    var figures: Set<Int> = []
    var rows: [[String]]

    func text(width: Int) -> String {
        let shown = Table(
            headings: headings.map { $0.shown() },
            figures: figures,
            rows: rows.map { $0.map { $0.shown() } }
        )
        return shown.laidOut(width: width)
    }

    private func laidOut(width: Int) -> String {
        let widths = columnWidths(limit: width)
        var lines = [
            line(headings, widths),
            widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "),
        ]
        lines += rows.map { line($0, widths) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Shrinks the widest column until the line fits, but none below eight characters.
    private func columnWidths(limit: Int) -> [Int] {
        var widths = headings.indices.map { column in
            rows.reduce(headings[column].count) { max($0, $1[column].count) }
        }
        while widths.reduce(0, +) + 2 * (widths.count - 1) > limit,
            let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 8
        {
            widths[widest] -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        let padded = cells.indices.map { column in
            let cell = cells[column]
            let width = widths[column]
            let cut = cell.count > width ? String(cell.prefix(width - 1)) + "…" : cell
            let gap = String(repeating: " ", count: width - cut.count)
            return figures.contains(column) ? gap + cut : cut + gap
        }
        let text = padded.joined(separator: "  ")
        return String(text.reversed().drop { $0 == " " }.reversed())
    }
}
