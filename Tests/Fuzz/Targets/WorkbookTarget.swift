import Glibc
import Tabular

/// A workbook: an input that begins like an archive is one; any other is its parts, cut at 0x1E, which are packed first.
///
/// So mutations reach the XML behind the checksums, and the archive as well.
enum WorkbookTarget {
    private static let partNames: [Workbook.Format: [String]] = [
        .xlsx: [
            "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
        ],
        .ods: ["content.xml"],
    ]

    private static let companions: [Workbook.Format: [(name: String, text: String)]] = [
        .xlsx: [
            (
                "xl/_rels/workbook.xml.rels",
                #"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
            (
                "xl/workbook.xml",
                #"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ],
        .ods: [("mimetype", "application/vnd.oasis.opendocument.spreadsheet")],
    ]

    /// A file without a name, in memory where there is such a folder, for all inputs: one after the other.
    private static let descriptor: Int32 = {
        for folder in ["/dev/shm", "/tmp"] {
            var template = Array("\(folder)/moulin-fuzz-XXXXXX".utf8CString)
            let file = mkstemp(&template)
            guard file >= 0 else { continue }
            unlink(template)
            return file
        }
        fatalError("no folder for a temporary file")
    }()

    static func run(_ input: UnsafeRawBufferPointer, as format: Workbook.Format) {
        let isArchive = input.starts(with: "PK".utf8)
        let archive = isArchive ? Array(input) : packed(input, format)
        guard ftruncate(descriptor, 0) == 0 else { fatalError("no file in memory") }
        _ = archive.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard let workbook = try? Workbook(descriptor: descriptor) else { return }
        for sheet in workbook.sheets.indices.prefix(4) { read(sheet, of: workbook) }
    }

    private struct Stop: Error {}

    /// What a sheet becomes has to be CSV that reads without a fault.
    private static func read(_ sheet: Int, of workbook: Workbook) {
        var reader = CSVReader()
        let bearable: Set<CSVFault.Reason?> = [nil, .fieldTooLong, .recordTooLong]
        let body: (CSVRecord) -> Void = { record in
            precondition(bearable.contains(record.fault?.reason), "a sheet became unreadable")
        }
        try? workbook.read(sheet: sheet, failing: { _ in Stop() }) { (text: [UInt8]) throws(Stop) in
            text.withUnsafeBytes { reader.feed($0, isLast: false, body) }
        }
        reader.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, body)
    }

    private static func packed(_ input: UnsafeRawBufferPointer, _ format: Workbook.Format)
        -> [UInt8]
    {
        var archive = StoredArchive()
        let parts = input.split(separator: 0x1E, omittingEmptySubsequences: false)
        var names: Set<String> = []
        for (name, part) in zip(partNames[format] ?? [], parts) where !part.isEmpty {
            archive.append(name, Array(part))
            names.insert(name)
        }
        for (name, text) in companions[format] ?? [] where !names.contains(name) {
            archive.append(name, Array(text.utf8))
        }
        return archive.finish()
    }
}
