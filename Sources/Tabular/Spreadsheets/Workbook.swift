/// A workbook of Excel (XLSX) or OpenDocument (ODS), told apart by what is in it.
public final class Workbook {
    public enum Format: String, Sendable, Hashable { case xlsx, ods }

    public let format: Format
    /// The names of its sheets, in their order; hidden ones are left out of XLSX.
    public let sheets: [String]
    let archive: ZIPArchive
    let limits: SpreadsheetLimits
    let excel: ExcelParts?

    /// Opens the workbook behind a descriptor, which stays the caller's.
    public init(
        descriptor: Int32,
        limits: SpreadsheetLimits = SpreadsheetLimits()
    ) throws(SpreadsheetFault) {
        do throws(ArchiveFault) {
            archive = try ZIPArchive(descriptor: descriptor, limits: limits.archive)
        } catch {
            throw .archive(error)
        }
        self.limits = limits
        if archive.entry(named: "xl/workbook.xml") != nil {
            let parts = try ExcelParts(archive, limits)
            format = .xlsx
            excel = parts
            sheets = parts.sheets.map(\.name)
        } else if archive.entry(named: "content.xml") != nil, Self.holdsTables(archive) {
            format = .ods
            excel = nil
            sheets = try OpenDocumentSheets.names(archive, limits)
        } else {
            throw .notASpreadsheet(names: archive.entries.prefix(8).map(\.name))
        }
    }

    /// A text or a drawing of OpenDocument has content of the same name.
    private static func holdsTables(_ archive: ZIPArchive) -> Bool {
        guard let entry = archive.entry(named: "mimetype") else { return true }
        var type: [UInt8] = []
        do throws(ArchiveFault) {
            try archive.read(entry, failing: { $0 }) { (piece) throws(ArchiveFault) in
                if type.count < 100 { type.append(contentsOf: piece) }
            }
        } catch {
            return false
        }
        return String(decoding: type, as: UTF8.self).contains("spreadsheet")
    }

    /// Lends a sheet as CSV in UTF-8 with commas, piece by piece; the line of a row is its number in the sheet.
    ///
    /// - Returns: How many rows with something in them the workbook hides.
    /// - Throws: ``SpreadsheetFault`` through `failing`, or what `body` throws.
    @discardableResult
    public func read<Failure: Error>(
        sheet index: Int,
        failing: (SpreadsheetFault) -> Failure,
        _ body: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Int {
        let listener: any SheetListener
        let part: ZIPArchive.Entry
        do throws(SpreadsheetFault) {
            (part, listener) = try opening(index)
        } catch {
            throw failing(error)
        }
        let reader = XMLReader(listener)
        try archive.read(part, failing: { failing(.archive($0)) }) { (piece) throws(Failure) in
            do throws(XMLFault) {
                try reader.feed(piece, isLast: false)
            } catch {
                throw failing(.xml(part: part.name, error))
            }
            let text = listener.take()
            if !text.isEmpty { try body(text) }
        }
        do throws(XMLFault) {
            try reader.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        } catch {
            throw failing(.xml(part: part.name, error))
        }
        let rest = listener.take()
        if !rest.isEmpty { try body(rest) }
        return listener.hiddenRows
    }

    private func opening(_ index: Int) throws(SpreadsheetFault) -> (
        ZIPArchive.Entry, any SheetListener
    ) {
        if let excel {
            guard excel.sheets.indices.contains(index),
                let entry = archive.entry(named: excel.sheets[index].part)
            else { throw .noSheet(named: String(index + 1), sheets: sheets) }
            return (entry, ExcelSheet(excel, try mergedCells(entry), limits))
        }
        guard let entry = archive.entry(named: "content.xml"), sheets.indices.contains(index) else {
            throw .noSheet(named: String(index + 1), sheets: sheets)
        }
        return (entry, OpenDocumentSheets(reading: index, limits))
    }
}

extension Workbook {
    /// Merged areas stand behind the rows that they speak of, so the sheet is unpacked once for them alone.
    private func mergedCells(_ sheet: ZIPArchive.Entry) throws(SpreadsheetFault) -> MergedCells {
        var scanner = MergedCellScanner()
        try archive.read(sheet, failing: { SpreadsheetFault.archive($0) }) {
            (piece) throws(SpreadsheetFault) in
            scanner.feed(piece)
        }
        return scanner.cells
    }
}

/// Hears a sheet and gives its rows as text.
protocol SheetListener: XMLListener {
    /// Hands over the text of the rows that ended since the last time.
    func take() -> [UInt8]
    /// How many rows with something in them are hidden.
    var hiddenRows: Int { get }
}

extension ZIPArchive {
    /// Reads a part of a workbook as a tree: those that are small by nature.
    func tree(_ name: String) throws(SpreadsheetFault) -> XMLTree? {
        guard let entry = entry(named: name) else { return nil }
        var bytes: [UInt8] = []
        try read(entry, failing: { SpreadsheetFault.archive($0) }) {
            (piece) throws(SpreadsheetFault) in
            bytes.append(contentsOf: piece)
            guard bytes.count <= 64 << 20 else { throw .tooLong }
        }
        do throws(XMLFault) {
            return try XMLTree(bytes)
        } catch {
            throw .xml(part: name, error)
        }
    }
}
