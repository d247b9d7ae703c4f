/// Hears the content of an ODS, of which one sheet is read.
final class OpenDocumentSheets: SheetListener {
    private let wanted: Int
    private var rows: SheetRows
    private var sheet = -1
    private(set) var names: [String] = []
    private var tables = 0
    private var row = 1
    private var rowTimes = 1
    private var isHidden = false
    private var column = 0
    private var columnTimes = 1
    private var typed: String?
    private var paragraphs = ""
    private var isInParagraph = 0
    /// Depth inside of what a cell holds besides its value, such as a comment.
    private var aside = 0
    /// How many rows the cell being read covers.
    private var rowsSpanned = 1
    private var merged = MergedCells()

    init(reading index: Int, _ limits: SpreadsheetLimits) {
        wanted = index
        rows = SheetRows(limits)
    }

    static func names(_ archive: ZIPArchive, _ limits: SpreadsheetLimits) throws(SpreadsheetFault)
        -> [String]
    {
        guard let entry = archive.entry(named: "content.xml") else { return [] }
        let listener = OpenDocumentSheets(reading: -1, limits)
        let reader = XMLReader(listener)
        try archive.read(entry, failing: { SpreadsheetFault.archive($0) }) {
            (piece) throws(SpreadsheetFault) in
            do throws(XMLFault) {
                try reader.feed(piece, isLast: false)
            } catch {
                throw .xml(part: entry.name, error)
            }
        }
        return listener.names
    }

    private(set) var hiddenRows = 0

    func take() -> [UInt8] { rows.take() }

    private var isReading: Bool { sheet == wanted && tables == 1 }

    func start(_ name: String, _ attributes: XMLAttributes) -> XMLFault.Reason? {
        switch name {
        case "table": openTable(attributes)
        case "annotation", "shape", "frame": aside += 1
        case "table-row":
            rowTimes = Self.times(attributes["number-rows-repeated"])
            isHidden = ["filter", "collapse"].contains(attributes["visibility"])
            column = 0
        case "table-cell", "covered-table-cell":
            columnTimes = Self.times(attributes["number-columns-repeated"])
            rowsSpanned = Self.times(attributes["number-rows-spanned"])
            typed = Self.typed(attributes)
            paragraphs = ""
        case "p":
            isInParagraph += 1
            if aside == 0, !paragraphs.isEmpty { paragraphs += "\n" }
        case "s" where isInParagraph > 0: paragraphs += " "
        default: break
        }
        return nil
    }

    private func openTable(_ attributes: XMLAttributes) {
        tables += 1
        guard tables == 1 else { return }
        sheet += 1
        row = 1
        names.append(attributes["name"] ?? String(sheet + 1))
        if names.count > 1000 { names.removeLast() }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) -> XMLFault.Reason? {
        guard isReading, isInParagraph > 0, aside == 0 else { return nil }
        paragraphs += String(decoding: bytes, as: UTF8.self)
        return paragraphs.utf8.count > 1 << 20 ? .tooLong : nil
    }

    func end(_ name: String) -> XMLFault.Reason? {
        switch name {
        case "table": tables -= 1
        case "annotation", "shape", "frame": aside -= 1
        case "p": isInParagraph -= 1
        case "table-cell", "covered-table-cell":
            defer { column += columnTimes }
            guard isReading else { return nil }
            let value = typed ?? paragraphs
            if rowsSpanned > 1, !value.isEmpty {
                merged.open(value, column: column, lastRow: row + rowsSpanned - 1)
            }
            return rows.put(value, column: column, times: columnTimes)
        case "table-row":
            defer { row += rowTimes }
            guard isReading else { return nil }
            if isHidden, !rows.isBlank { hiddenRows += rowTimes }
            return rows.fill(merged.values(in: row)) ?? rows.endRow(row, times: rowTimes)
        default: break
        }
        return nil
    }

    /// The value of a number or a date, which its text shows in the words of a language.
    private static func typed(_ attributes: XMLAttributes) -> String? {
        switch attributes["value-type"] {
        case "float", "currency": return attributes["value"].map(CellNumber.text)
        case "date":
            let date = attributes["date-value"]
            return date.map {
                $0.hasSuffix("T00:00:00") ? String($0.dropLast(9)) : $0.replacing("T", with: " ")
            }
        case "boolean": return attributes["boolean-value"]
        case "string": return attributes["string-value"]
        default: return nil
        }
    }

    private static func times(_ text: String?) -> Int {
        min(max(text.flatMap { Int($0) } ?? 1, 1), 1 << 24)
    }
}
