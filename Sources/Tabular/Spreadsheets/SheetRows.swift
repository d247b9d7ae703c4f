/// Collects the cells of a sheet and writes each row as a line of CSV, so that the line of a text is the row of the sheet.
///
/// A line end inside a cell becomes " / "; empty rows become empty lines, but those behind the last row do not.
struct SheetRows {
    private let limits: SpreadsheetLimits
    private var cells: [String] = []
    /// At least what the cells will be as text.
    private var cellBytes = 0
    private var blankRows = 0
    private var nextRow = 1
    private(set) var written: [UInt8] = []
    private var total = 0

    init(_ limits: SpreadsheetLimits) {
        self.limits = limits
    }

    /// Puts a value into a column, from 0, as often as it is repeated; nothing for an empty one.
    mutating func put(_ value: String, column: Int, times: Int = 1) -> XMLFault.Reason? {
        guard !value.isEmpty else { return nil }
        guard column >= 0, times >= 1, column <= limits.columns - times else { return .tooLong }
        cellBytes += value.utf8.count * times
        guard cellBytes <= limits.heldBytes else { return .tooLong }
        while cells.count < column { cells.append("") }
        for index in column..<column + times {
            if index < cells.count { cells[index] = value } else { cells.append(value) }
        }
        return nil
    }

    /// Puts values where the row has none; an empty row stays empty.
    mutating func fill(_ values: [(column: Int, text: String)]) -> XMLFault.Reason? {
        guard !cells.isEmpty else { return nil }
        for value in values where value.column >= cells.count || cells[value.column].isEmpty {
            if let reason = put(value.text, column: value.column) { return reason }
        }
        return nil
    }

    /// Whether nothing stands in the row so far.
    var isBlank: Bool { cells.isEmpty }

    /// Ends the row of this number, from 1; rows that were left out are empty.
    mutating func endRow(_ number: Int, times: Int = 1) -> XMLFault.Reason? {
        guard number >= nextRow, times >= 1, number <= limits.rows - times + 1 else {
            // A sheet may repeat its last, empty row to the end of the world.
            return cells.isEmpty ? nil : .tooLong
        }
        blankRows += number - nextRow
        nextRow = number + times
        guard !cells.isEmpty else {
            blankRows += times
            return nil
        }
        let line = Self.line(cells)
        cells.removeAll(keepingCapacity: true)
        cellBytes = 0
        let added = blankRows + line.count * times
        total += added
        guard total <= limits.textBytes, written.count + added <= limits.heldBytes else {
            return .tooLong
        }
        written.append(contentsOf: repeatElement(0x0A, count: blankRows))
        blankRows = 0
        for _ in 0..<times { written.append(contentsOf: line) }
        return nil
    }

    mutating func take() -> [UInt8] {
        defer { written.removeAll(keepingCapacity: true) }
        return written
    }

    /// The row that comes next, for sheets that do not number theirs.
    var followingRow: Int { nextRow }

    private static func line(_ cells: [String]) -> [UInt8] {
        var csv = CSVWriter(delimiter: UInt8(ascii: ","))
        for cell in cells { csv.append(oneLine(cell)) }
        csv.endRecord()
        return csv.take()
    }

    private static func oneLine(_ cell: String) -> String {
        guard cell.utf8.contains(where: { $0 < 0x20 }) else { return cell }
        let lines = cell.split(whereSeparator: \.isNewline).map { $0.trimmingWhiteSpace }.filter {
            !$0.isEmpty
        }
        return lines.joined(separator: " / ").filter {
            ($0.asciiValue ?? 0x20) >= 0x20 || $0 == "\t"
        }
    }
}
