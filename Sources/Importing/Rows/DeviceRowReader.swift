import Domain
public import Tabular

/// Reads records of a device list into typed devices, or into errors that name their cell.
///
/// Nothing is guessed: what cannot be read is an error, and what says nothing ("N/A", a placeholder of a BIOS) is absent with a
/// note. Values are slices of the record; only those that must be rewritten are copied.
public struct DeviceRowReader: ~Copyable {
    public enum Outcome: Sendable, Hashable {
        /// ``DeviceRowReader/device`` holds the row.
        case device
        /// ``DeviceRowReader/errors`` tells why the row is not taken.
        case rejected
        /// A blank row, or one that is no device: totals, a section's title, the heading once more.
        case skipped(isBlank: Bool)
    }

    public let map: HeadingMap<DeviceField>
    /// Valid after ``Outcome/device``, until the next row.
    public internal(set) var device = StagedDevice()
    /// Empty after any other outcome than ``Outcome/rejected``.
    public internal(set) var errors: [RowError] = []

    let reference: ImportReference
    let facts: ColumnFacts
    /// Whether extra facts may be about persons.
    let keepsPersonal: Bool
    /// Of the columns, and behind them of those that stand in.
    let readings: [ColumnReading]
    private let standIns: [(column: Int, owner: Int)]
    /// The columns in which a program marks what it has thrown away.
    let discardMarks: [Int]
    /// The columns of serial numbers of other machines than that of the row.
    let furtherMachines: [Int]
    /// The columns of fields that no column of the database has.
    let placeless: [Int]
    var memos: [ValueMemo<Reading>]
    var familyMemo = ValueMemo<DeviceKinds.Reading>()
    /// The word of the row for its kind.
    var kindSaid: KindSaid?
    /// A day of purchase that is none: a year, a month.
    var vagueDay: LentBytes?
    /// The line on which other columns were named than those of ``map``: what follows cannot be read.
    private var otherHeading: Int?
    var arena = ByteArena()
    /// What the row above says, for a row that says the same; its texts stand in `aboveArena`.
    var above = StagedDevice()
    var aboveArena = ByteArena()
    var scratch: [UInt8] = []
    /// Room for the JSON of extra facts, apart from the values.
    private let extraKeyBytes: Int

    /// Reads under the columns of `map`, knowing what the values of whole columns tell.
    public init(
        map: HeadingMap<DeviceField>,
        reference: ImportReference,
        facts: ColumnFacts = ColumnFacts(),
        keepsPersonal: Bool = false
    ) {
        self.map = map
        self.keepsPersonal = keepsPersonal
        self.reference = reference
        self.facts = facts
        standIns = map.columns.compactMap { column in
            column.standIn.map { (column: column.number - 1, owner: $0.owner - 1) }
        }
        discardMarks = map.columns.indices.filter { index in
            map.columns[index].role == .extra
                && reference.headings.words.marksDiscarded(map.columns[index].heading)
        }
        placeless = [DeviceField.boughtOn, .condition].compactMap { field in
            map.column(of: field).map { $0.number - 1 }
        }
        furtherMachines = map.columns.indices.filter { map.columns[$0].further != nil }
        readings =
            map.columns.map { ColumnReading($0) }
            + map.columns.compactMap { column in
                column.standIn.map { ColumnReading(column, standingInFor: $0.field) }
            }
        memos = readings.map { _ in ValueMemo() }
        extraKeyBytes = readings.reduce(64) { $0 + $1.jsonKey.count + 4 }
    }

    /// Reads one record; the outcome tells where to look.
    public mutating func read(_ record: CSVRecord) -> Outcome {
        device = StagedDevice()
        kindSaid = nil
        vagueDay = nil
        device.line = record.line
        if !errors.isEmpty { errors = [] }
        if let fault = record.fault { return reject(fault) }
        if let excess = record.excess(over: map.columns.count) { return reject(record, excess) }
        arena.begin(room: record.written.count * 7 + extraKeyBytes + aboveArena.count * 7 + 128)
        guard let first = readCells(record) else { return .skipped(isBlank: true) }
        if let outcome = readHeading(record, first) { return outcome }
        if device.kind == nil { readFamily() } else { compareWithFamily() }
        if device.quantity == 0 || isDiscarded(record) || isNoDevice(record, first) {
            return .skipped(isBlank: false)
        }
        keepAbove()
        guard errors.isEmpty else { return .rejected }
        guard isIdentified else {
            if isRule(record) { return .skipped(isBlank: true) }
            errors = [rowError(record, .nothingIdentifies)]
            return .rejected
        }
        if let machines = machines(record) {
            errors = [rowError(record, .severalMachines(machines))]
            return .rejected
        }
        guard isAlone else {
            errors = [rowError(record, .severalDevices(Int(device.quantity ?? 1)))]
            return .rejected
        }
        return .device
    }

    /// What becomes of a row that names columns, and of those below one that names others.
    private mutating func readHeading(_ record: CSVRecord, _ first: Int) -> Outcome? {
        switch heading(in: record, first) {
        case .same:
            otherHeading = nil
            return .skipped(isBlank: false)
        case .other: otherHeading = record.line
        case nil: break
        }
        guard let line = otherHeading else { return nil }
        errors = [rowError(record, .anotherHeading(line: line))]
        return .rejected
    }

    /// Whether the row does not give one machine's number to several.
    private var isAlone: Bool {
        guard let quantity = device.quantity, quantity > 1 else { return true }
        return device.serial == nil && device.externalRef == nil && device.imei == nil
            && device.mac == nil && device.uuid == nil && device.driveSerial == nil
    }

    /// - Returns: The index of the first cell with a value; nil when there is none.
    private mutating func readCells(_ record: CSVRecord) -> Int? {
        var first: Int?
        var hasExtra = false
        for index in 0..<min(map.columns.count, record.count) {
            guard let cell = record[index]?.trimmed, !cell.isEmpty else { continue }
            if first == nil { first = index }
            switch readings[index].way {
            case .dropped: continue
            case .extra: hasExtra = true
            default: read(cell, in: index)
            }
        }
        for (rank, standIn) in standIns.enumerated() {
            let earlier = standIns[..<rank].filter { $0.owner == standIn.owner }.map(\.column)
            guard
                ([standIn.owner] + earlier).allSatisfy({ record[$0]?.trimmed.isEmpty ?? true }),
                let cell = record[standIn.column]?.trimmed, !cell.isEmpty
            else { continue }
            read(cell, in: map.columns.count + rank)
        }
        hasExtra = hasExtra || !placeless.isEmpty
        if hasExtra, errors.isEmpty { device.extra = extras(record) }
        return first
    }

    private var isIdentified: Bool {
        device.serial != nil || device.externalRef != nil || device.model != nil
            || device.kind != nil || device.maker != nil || device.imei != nil
            || device.mac != nil || device.uuid != nil || device.driveSerial != nil
    }

    private mutating func reject(_ fault: CSVFault) -> Outcome {
        above = StagedDevice()
        let column = fault.column
        let heading =
            map.columns.indices.contains(column - 1) ? map.columns[column - 1].heading : ""
        errors = [
            RowError(
                line: fault.line,
                column: fault.reason == .invalidText ? column : 0,
                heading: heading,
                value: "",
                problem: .unreadable(fault.reason)
            )
        ]
        return .rejected
    }

    private mutating func reject(_ record: CSVRecord, _ excess: Int) -> Outcome {
        above = StagedDevice()
        errors = [
            RowError(
                line: record.line,
                column: excess + 1,
                heading: "",
                value: record[excess].map(Self.shown) ?? "",
                problem: .tooManyCells(expected: map.columns.count)
            )
        ]
        return .rejected
    }

    private func rowError(_ record: CSVRecord, _ problem: Problem) -> RowError {
        RowError(line: record.line, column: 0, heading: "", value: "", problem: problem)
    }

    mutating func fail(_ problem: Problem, _ cell: LentBytes, in index: Int) {
        let column = column(ofReading: index)
        errors.append(
            RowError(
                line: device.line,
                column: column + 1,
                heading: map.columns[column].heading,
                value: Self.shown(cell),
                problem: problem
            )
        )
    }

    /// Keeps for people what was found in a cell.
    mutating func note(_ finding: DeviceNote.Finding, _ cell: LentBytes, in index: Int) {
        device.notes.append(
            DeviceNote(
                heading: map.columns[column(ofReading: index)].heading,
                value: Self.shown(cell),
                finding: finding
            )
        )
    }

    /// A column that stands in is read behind all others.
    private func column(ofReading index: Int) -> Int {
        index < map.columns.count ? index : standIns[index - map.columns.count].column
    }

    /// A value as reports show it.
    static func shown(_ cell: LentBytes) -> String {
        String(String(decoding: cell.prefix(400), as: UTF8.self).prefix(80))
    }
}
