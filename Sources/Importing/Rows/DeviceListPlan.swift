import Domain
public import Tabular

/// How one file will be read, decided from its beginning and shown to a person before anything is written.
public struct DeviceListPlan: Sendable {
    /// What a person decides instead of the file; nil and empty leave it to the file.
    public struct Choices: Sendable, Hashable {
        public var charset: Charset?
        public var delimiter: UInt8?
        public var dates: DateConvention?
        /// Roles by heading, as written.
        public var roles: [String: ColumnRole] = [:]
        /// The heading of a list that has none; nil to look for it in the file.
        public var headings: [String]?
        public var keepsPersonal = false

        public init() {}
    }

    public let charset: Charset
    public let dialect: CSVDialect
    /// The rank of the heading's last record; those before it are titles, or the heading itself.
    public let headingNumber: Int
    public let headingLine: Int
    /// The cells of the heading as written, for the file of rejects.
    public let headings: [String]
    public let map: HeadingMap
    public let facts: ColumnFacts
    /// The first records as text, heading included, to show.
    public let preview: [[String]]
    let reference: ImportReference

    /// The most that is looked at, in bytes.
    public static let sampleSize = 1 << 18

    /// Decides from `sample`, the first ``sampleSize`` bytes, or the whole file when it is shorter (`isWhole`).
    ///
    /// - Throws: ``FileRefusal`` when this is no list of devices.
    public init(
        sample: UnsafeRawBufferPointer,
        isWhole: Bool,
        reference: ImportReference,
        choices: Choices = Choices()
    ) throws(FileRefusal) {
        let kind = FileKind.recognise(sample)
        guard kind == .text else { throw FileRefusal.kind(kind) }
        charset = choices.charset ?? Charset.detect(sample)
        let text = Self.text(sample, charset, isWhole: isWhole)
        var dialect = text.withUnsafeBytes { Delimiter.detect($0) }
        if let delimiter = choices.delimiter { dialect.delimiter = delimiter }
        self.dialect = dialect
        let records = SampleRecord.read(text, dialect, isWhole: isWhole)
        let heading = try ListHeading.find(in: records, reference, choices)
        headingNumber = heading.lastNumber
        headingLine = heading.record.line
        headings = heading.record.cells
        map = heading.map
        let below = records.filter { $0.number > heading.lastNumber }
        var facts = Self.facts(heading.map, below)
        if let dates = choices.dates { facts.dates = dates }
        self.facts = facts
        preview = Array(records.prefix(6).map(\.cells))
        self.reference = reference
    }

    private static func text(
        _ sample: UnsafeRawBufferPointer,
        _ charset: Charset,
        isWhole: Bool
    ) -> [UInt8] {
        var text: [UInt8] = []
        var decoder = TextDecoder(charset)
        decoder.decode(sample, isLast: isWhole) { text.append(contentsOf: $0) }
        return text
    }

    private static func facts(_ map: HeadingMap, _ records: [SampleRecord]) -> ColumnFacts {
        func values(_ field: DeviceField) -> [[UInt8]] {
            guard let column = map.column(of: field) else { return [] }
            return records.compactMap { record in
                guard column.number <= record.cells.count else { return nil }
                return Array(record.cells[column.number - 1].utf8)
            }
        }
        return ColumnFacts(
            dates: DateConvention.detect(values(.boughtOn)),
            serialWidth: ColumnFacts.width(of: values(.serial))
        )
    }
}

/// A record of the sample, as text.
struct SampleRecord {
    var number: Int
    var line: Int
    var cells: [String]

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }

    /// The records that are complete and can be read.
    static func read(_ text: [UInt8], _ dialect: CSVDialect, isWhole: Bool) -> [SampleRecord] {
        var reader = CSVReader(dialect: dialect)
        var records: [SampleRecord] = []
        text.withUnsafeBytes { bytes in
            reader.feed(bytes, isLast: isWhole) { record in
                let cells = record.fault == nil ? record.texts : []
                records.append(
                    SampleRecord(
                        number: record.number,
                        line: record.line,
                        cells: cells.map { String($0.trimmingSpaces) }
                    )
                )
            }
        }
        return records
    }
}

extension String {
    /// Without the white space around.
    var trimmingSpaces: Substring {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
