public import Tabular

/// A row of a device list, lent to the caller of ``DeviceListReader``.
public enum DeviceRow {
    case device(StagedDevice, CSVRecord)
    case rejected([RowError], CSVRecord)
}

/// Reads a whole file of devices as its bytes arrive: charset, CSV, heading, rows, in constant memory.
public struct DeviceListReader: ~Copyable {
    private let plan: DeviceListPlan
    private var decoder: TextDecoder
    private var csv: CSVReader
    private var rows: DeviceRowReader
    /// Blank rows, totals, titles: what is no device below the heading.
    public private(set) var skipped = SkippedLines()

    public init(_ plan: DeviceListPlan, limits: CSVLimits = CSVLimits()) {
        self.plan = plan
        decoder = TextDecoder(plan.writing.charset)
        csv = CSVReader(dialect: plan.writing.dialect, limits: limits)
        rows = DeviceRowReader(
            map: plan.map,
            reference: plan.reference,
            facts: plan.facts,
            keepsPersonal: plan.keepsPersonal
        )
    }

    /// Takes the next bytes of the file, from its very beginning, the sample included.
    ///
    /// `isLast` says that the file ends here. `body` receives the rows below the heading in order; what it is lent is gone
    /// when it returns.
    ///
    /// - Throws: What `body` throws, and nothing else; the reading ends there.
    public mutating func feed<Failure: Error>(
        _ bytes: UnsafeRawBufferPointer,
        isLast: Bool,
        _ body: (DeviceRow) throws(Failure) -> Void
    ) throws(Failure) {
        let first = plan.writing.headingNumber
        try decoder.decode(bytes, isLast: isLast) {
            (text: UnsafeRawBufferPointer) throws(Failure) in
            try csv.feed(text, isLast: false) { (record: CSVRecord) throws(Failure) in
                if record.number > first { try Self.read(record, &rows, &skipped, body) }
            }
        }
        guard isLast else { return }
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        try csv.feed(none, isLast: true) { (record: CSVRecord) throws(Failure) in
            if record.number > first { try Self.read(record, &rows, &skipped, body) }
        }
    }

    // Static, because a method of `self` would overlap the access to its reader of CSV.
    private static func read<Failure: Error>(
        _ record: CSVRecord,
        _ rows: inout DeviceRowReader,
        _ skipped: inout SkippedLines,
        _ body: (DeviceRow) throws(Failure) -> Void
    ) throws(Failure) {
        switch rows.read(record) {
        case .device: try body(.device(rows.device, record))
        case .rejected: try body(.rejected(rows.errors, record))
        case .skipped(let isBlank): skipped.take(record, isBlank: isBlank)
        }
    }
}
