import Glibc

/// The cells of a sheet that are merged downwards: those below the first are empty and mean what it says.
///
/// A cell merged to the right is a title over several columns, and stays one.
struct MergedCells {
    private struct Start: Hashable {
        let row: Int
        let column: Int
    }

    private struct Value {
        let text: String
        let lastRow: Int
    }

    /// The last row of each merged area, by its first cell.
    private var lastRows: [Start: Int] = [:]
    /// What the areas say that are open, by column.
    private var open: [Int: Value] = [:]

    init() {}

    /// From references such as `A2:C5`; areas of one row are left out.
    init(_ references: [Substring]) {
        for reference in references {
            let corners = reference.split(separator: ":").compactMap(Self.place)
            guard corners.count == 2, corners[1].row > corners[0].row else { continue }
            lastRows[corners[0]] = corners[1].row
        }
    }

    private static func place(_ text: Substring) -> Start? {
        let letters = text.prefix { $0.isASCII && $0.isUppercase }
        guard let row = Int(text.dropFirst(letters.count)), let column = ExcelSheet.column(letters)
        else { return nil }
        return Start(row: row, column: column)
    }

    /// Whether there is nothing to fill.
    var isEmpty: Bool { lastRows.isEmpty && open.isEmpty }

    /// Hears of a cell with a value, which may open an area.
    mutating func meet(_ text: String, row: Int, column: Int) {
        guard let last = lastRows[Start(row: row, column: column)] else { return }
        open(text, column: column, lastRow: last)
    }

    /// Opens an area whose size the cell itself tells.
    mutating func open(_ text: String, column: Int, lastRow: Int) {
        open[column] = Value(text: text, lastRow: lastRow)
    }

    /// The values that areas opened above lend to this row, by column; those that end above are forgotten.
    mutating func values(in row: Int) -> [(column: Int, text: String)] {
        guard !open.isEmpty else { return [] }
        open = open.filter { $0.value.lastRow >= row }
        return open.map { (column: $0.key, text: $0.value.text) }
    }
}

/// Finds the merged areas of a sheet of Excel, which stand behind its rows.
struct MergedCellScanner {
    /// Areas beyond this many bytes of them are not looked at.
    private static let limit = 1 << 22
    private static let mark = Array("<mergeCells".utf8)
    private var tail: [UInt8] = []
    private var areas: [UInt8]?

    mutating func feed(_ piece: UnsafeRawBufferPointer) {
        if let known = areas {
            if known.count < Self.limit { areas?.append(contentsOf: piece) }
            return
        }
        // The mark may be cut between two pieces.
        let seam = tail + piece.prefix(Self.mark.count)
        if let start = seam.withUnsafeBytes({ Self.find($0) }) {
            areas = Array(seam[start...]) + piece.dropFirst(Self.mark.count)
        } else if let start = Self.find(piece) {
            areas = Array(piece[start...])
        }
        tail = Array(piece.suffix(Self.mark.count))
    }

    /// Looks for the capital of the mark, which is rarer in a sheet than the bracket that every cell begins with.
    private static func find(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let capital = 6
        var from = capital
        while from < bytes.count,
            let found = memchr(base + from, CInt(mark[capital]), bytes.count - from)
        {
            let start = UnsafeRawPointer(found) - base - capital
            if bytes[start...].starts(with: mark) { return start }
            from = start + capital + 1
        }
        return nil
    }

    var cells: MergedCells {
        guard let areas else { return MergedCells() }
        let text = String(decoding: areas.prefix(Self.limit), as: UTF8.self)
        let references = text.split(separator: "ref=\"").dropFirst().compactMap {
            $0.split(separator: "\"" as Character, maxSplits: 1).first
        }
        return MergedCells(Array(references))
    }
}
