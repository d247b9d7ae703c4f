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
        /// A blank row, or a line of totals under the list.
        case skipped
    }

    public let map: HeadingMap
    /// Valid after ``Outcome/device``, until the next row.
    public internal(set) var device = StagedDevice()
    /// Empty after any other outcome than ``Outcome/rejected``.
    public internal(set) var errors: [RowError] = []

    let reference: ImportReference
    let facts: ColumnFacts
    let readings: [ColumnReading]
    var memos: [ValueMemo<Reading>]
    var arena = ByteArena()
    private var noteArena = ByteArena()
    var scratch: [UInt8] = []
    var notes: [String] = []
    /// Room for the JSON of extra facts, apart from the values.
    private let extraKeyBytes: Int

    /// Reads under the columns of `map`, knowing what the values of whole columns tell.
    public init(map: HeadingMap, reference: ImportReference, facts: ColumnFacts = ColumnFacts()) {
        self.map = map
        self.reference = reference
        self.facts = facts
        readings = map.columns.map(ColumnReading.init)
        memos = map.columns.map { _ in ValueMemo() }
        extraKeyBytes = readings.reduce(64) { $0 + $1.jsonKey.count + 4 }
    }

    /// Reads one record; the outcome tells where to look.
    public mutating func read(_ record: CSVRecord) -> Outcome {
        device = StagedDevice()
        device.line = record.line
        if !errors.isEmpty { errors = [] }
        if !notes.isEmpty { notes = [] }
        if let fault = record.fault { return reject(fault) }
        if let excess = record.excess(over: readings.count) { return reject(record, excess) }
        arena.begin(room: record.written.count * 7 + extraKeyBytes + 128)
        guard let first = readCells(record) else { return .skipped }
        guard errors.isEmpty else { return isTotal(record, first) ? .skipped : .rejected }
        guard isIdentified else {
            if isTotal(record, first) { return .skipped }
            errors = [rowError(record, .nothingIdentifies)]
            return .rejected
        }
        if device.serial == nil, isTotal(record, first) { return .skipped }
        if !notes.isEmpty { device.note = lend(notes) }
        return .device
    }

    /// - Returns: The index of the first cell with a value; nil when there is none.
    private mutating func readCells(_ record: CSVRecord) -> Int? {
        var first: Int?
        var hasExtra = false
        for index in 0..<min(readings.count, record.count) {
            guard let cell = record[index]?.trimmed, !cell.isEmpty else { continue }
            if first == nil { first = index }
            switch readings[index].way {
            case .dropped: continue
            case .extra: hasExtra = true
            default: read(cell, in: index)
            }
        }
        if hasExtra, errors.isEmpty { device.extra = extras(record) }
        return first
    }

    private var isIdentified: Bool {
        device.serial != nil || device.externalRef != nil || device.model != nil
            || device.kind != nil || device.maker != nil || device.imei != nil
            || device.mac != nil || device.uuid != nil || device.driveSerial != nil
    }

    private mutating func reject(_ fault: CSVFault) -> Outcome {
        let column = fault.column
        let heading =
            map.columns.indices.contains(column - 1) ? map.columns[column - 1].heading : ""
        errors = [
            RowError(
                line: fault.line,
                column: 0,
                heading: heading,
                value: "",
                problem: .unreadable(fault.reason)
            )
        ]
        return .rejected
    }

    private mutating func reject(_ record: CSVRecord, _ excess: Int) -> Outcome {
        errors = [
            RowError(
                line: record.line,
                column: excess + 1,
                heading: "",
                value: record[excess].map(Self.shown) ?? "",
                problem: .tooManyCells(expected: readings.count)
            )
        ]
        return .rejected
    }

    private func rowError(_ record: CSVRecord, _ problem: Problem) -> RowError {
        RowError(line: record.line, column: 0, heading: "", value: "", problem: problem)
    }

    /// Whether the row is a line such as "Total : 42", which spreadsheets leave under a list.
    private mutating func isTotal(_ record: CSVRecord, _ first: Int) -> Bool {
        guard let cell = record[first] else { return false }
        FoldedBytes.fold(LentBytes(rebasing: cell.prefix(40)), into: &scratch)
        let word = scratch.filter { $0 > 0x39 }
        return ["total", "totaux", "soustotal", "totalgeneral", "grandtotal", "subtotal"]
            .contains { word.elementsEqual($0.utf8) }
    }

    mutating func fail(_ problem: Problem, _ cell: LentBytes, in index: Int) {
        errors.append(
            RowError(
                line: device.line,
                column: index + 1,
                heading: map.columns[index].heading,
                value: Self.shown(cell),
                problem: problem
            )
        )
    }

    /// A value as reports show it.
    static func shown(_ cell: LentBytes) -> String {
        String(String(decoding: cell.prefix(400), as: UTF8.self).prefix(80))
    }

    private mutating func lend(_ notes: [String]) -> LentBytes {
        let text = Array(notes.joined(separator: "; ").utf8)
        noteArena.begin(room: text.count)
        noteArena.append(text)
        return noteArena.lent(since: 0)
    }
}

extension LentBytes {
    /// Without the spaces, tabs, line ends and no-break spaces around.
    var trimmed: LentBytes {
        var start = 0
        var end = count
        while start < end {
            if self[start] <= 0x20 {
                start += 1
            } else if self[start] == 0xC2, start + 1 < end, self[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if self[end - 1] <= 0x20 {
                end -= 1
            } else if self[end - 1] == 0xA0, end - 2 >= start, self[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
        return LentBytes(rebasing: self[start..<end])
    }
}
