import CZip
import Glibc

/// Why a workbook is not written.
public enum XLSXFault: Error, Sendable, Hashable {
    /// More rows than a sheet has.
    case tooManyRows
    /// The folder for temporary files takes nothing more, or is not there.
    case noRoom
}

/// Writes a workbook of Excel with one sheet, row after row in constant memory.
///
/// The sheet grows in a file of its own and is packed when it is complete; both files are for this user alone and gone with
/// the writer.
public final class XLSXWriter {
    /// Rows of a sheet, the heading included.
    public static let mostRows = 1_048_576

    private let folder: String
    private let sheet: Int32
    private var buffer: [UInt8] = []
    public private(set) var rows = 0
    private let name: String

    private static let opening = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">\
        <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
        <sheetFormatPr defaultRowHeight="15" baseColWidth="16"/><sheetData>
        """

    /// Begins a workbook whose sheet is called `name`, with its heading.
    public init(sheet name: String, heading: [String]) throws(XLSXFault) {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/moulin-book-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .noRoom }
        folder = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        sheet = open(folder + "/sheet", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        // A sheet's name has at most 31 characters, and none of these.
        self.name = String(name.filter { !"[]:*?/\\".contains($0) }.prefix(31))
        guard sheet >= 0 else { throw .noRoom }
        buffer += Self.opening.utf8
        try append(heading.map { .text($0) }, isHeading: true)
    }

    deinit {
        close(sheet)
        unlink(folder + "/sheet")
        unlink(folder + "/book")
        rmdir(folder)
    }

    public func append(_ cells: [SheetCell]) throws(XLSXFault) {
        try append(cells, isHeading: false)
    }

    private func append(_ cells: [SheetCell], isHeading: Bool) throws(XLSXFault) {
        guard rows < Self.mostRows else { throw .tooManyRows }
        rows += 1
        buffer += "<row>".utf8
        for cell in cells { cell.append(to: &buffer, heading: isHeading) }
        buffer += "</row>".utf8
        if buffer.count > 1 << 16 { try flush() }
    }

    private func flush() throws(XLSXFault) {
        var written = 0
        while written < buffer.count {
            let count = buffer[written...].withUnsafeBytes {
                write(sheet, $0.baseAddress, $0.count)
            }
            guard count > 0 else { throw .noRoom }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Ends the sheet, packs the workbook and lends it piece by piece; the writer takes no row afterwards.
    public func finish<Failure: Error>(
        failing: (XLSXFault) -> Failure,
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        do throws(XLSXFault) {
            buffer += "</sheetData></worksheet>".utf8
            try flush()
            try pack()
        } catch {
            throw failing(error)
        }
        let book = open(folder + "/book", O_RDONLY | O_CLOEXEC)
        guard book >= 0 else { throw failing(.noRoom) }
        defer { close(book) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { piece.deallocate() }
        while case let count = read(book, piece.baseAddress, piece.count), count > 0 {
            try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
    }

    private func pack() throws(XLSXFault) {
        var code: Int32 = 0
        guard let archive = zip_open(folder + "/book", ZIP_CREATE | ZIP_EXCL, &code) else {
            throw .noRoom
        }
        var isWhole = true
        for (path, text) in XLSXParts.parts(sheetNamed: name) {
            isWhole = isWhole && Self.add(Self.source(of: text, archive), path, to: archive)
        }
        let rows = zip_source_file(archive, folder + "/sheet", 0, -1)
        isWhole = isWhole && Self.add(rows, "xl/worksheets/sheet1.xml", to: archive)
        guard isWhole, zip_close(archive) == 0 else {
            zip_discard(archive)
            throw .noRoom
        }
    }

    /// The archive frees the copy.
    private static func source(of text: String, _ archive: OpaquePointer) -> OpaquePointer? {
        let bytes = Array(text.utf8)
        guard let copy = malloc(bytes.count) else { return nil }
        copy.copyMemory(from: bytes, byteCount: bytes.count)
        return zip_source_buffer(archive, copy, UInt64(bytes.count), 1)
    }

    private static func add(
        _ source: OpaquePointer?,
        _ path: String,
        to archive: OpaquePointer
    ) -> Bool {
        guard let source else { return false }
        let index = zip_file_add(archive, path, source, UInt32(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            return false
        }
        // 1980-01-01, the earliest of ZIP: the same rows make the same bytes.
        return zip_file_set_mtime(archive, UInt64(index), 315_532_800, 0) == 0
    }
}
