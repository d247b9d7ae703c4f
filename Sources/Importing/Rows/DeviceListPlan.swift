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
    /// The rank of the heading among the records; those before it are titles.
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
        let heading = try Self.heading(records, reference, choices)
        headingNumber = heading.record.number
        headingLine = heading.record.line
        headings = heading.record.cells
        map = heading.map
        let below = records.filter { $0.number > heading.record.number }
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

    /// The record among the first that names the most fields.
    private static func heading(
        _ records: [SampleRecord],
        _ reference: ImportReference,
        _ choices: Choices
    ) throws(FileRefusal) -> (record: SampleRecord, map: HeadingMap) {
        guard !records.isEmpty else { throw .kind(.empty) }
        if let given = choices.headings { return try self.given(given, reference, choices) }
        var best: (record: SampleRecord, map: HeadingMap, fields: Int)?
        for record in records.prefix(20) where !record.cells.isEmpty {
            let map = HeadingMap(
                headings: record.cells,
                reference: reference,
                keepsPersonal: choices.keepsPersonal,
                chosen: choices.roles
            )
            if let list = reference.wrongLists.recognise(record.cells),
                map.column(of: .serial) == nil,
                map.column(of: .externalRef) == nil
            {
                throw .wrongList(list)
            }
            if map.fieldCount > best?.fields ?? 0 { best = (record, map, map.fieldCount) }
        }
        guard let best else { throw .noHeading(first: records.first?.cells ?? []) }
        guard best.map.namesDevices else { throw .noHeading(first: best.record.cells) }
        return (best.record, best.map)
    }

    /// What a person says that the heading would be, before the first record.
    private static func given(
        _ headings: [String],
        _ reference: ImportReference,
        _ choices: Choices
    ) throws(FileRefusal) -> (record: SampleRecord, map: HeadingMap) {
        let map = HeadingMap(
            headings: headings,
            reference: reference,
            keepsPersonal: choices.keepsPersonal,
            chosen: choices.roles
        )
        guard map.namesDevices else { throw .noHeading(first: headings) }
        return (SampleRecord(number: 0, line: 0, cells: headings), map)
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

extension HeadingMap {
    /// Whether some column can tell one device from another.
    fileprivate var namesDevices: Bool {
        let names: [DeviceField] = [
            .serial, .externalRef, .model, .maker, .kind, .imei, .mac, .uuid,
        ]
        return names.contains { column(of: $0) != nil }
    }
}

/// A record of the sample, as text.
struct SampleRecord {
    var number: Int
    var line: Int
    var cells: [String]

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
