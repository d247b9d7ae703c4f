public import Tabular

/// A row of a list, lent to the caller of ``ListReader``.
public enum ReadRow<Field: ListField> {
    case row(ListRow<Field>, CSVRecord)
    /// A record that could not even be cut into cells, or has too many.
    case rejected(RowError, CSVRecord)
}

/// Reads a list that is not of devices as its bytes arrive.
public struct ListReader<Field: ListField>: ~Copyable {
    private let plan: SharedPlan<Field>
    private var decoder: TextDecoder
    private var csv: CSVReader
    /// Blank rows, totals, titles: what is no row below the heading.
    public private(set) var skipped = SkippedLines()

    public init(_ plan: ListPlan<Field>) {
        self.plan = SharedPlan(plan)
        decoder = TextDecoder(plan.writing.charset)
        csv = CSVReader(dialect: plan.writing.dialect)
    }

    /// Takes the next bytes of the file, from its very beginning; `isLast` says that the file ends here.
    public mutating func feed<Failure: Error>(
        _ bytes: UnsafeRawBufferPointer,
        isLast: Bool,
        _ body: (ReadRow<Field>) throws(Failure) -> Void
    ) throws(Failure) {
        try decoder.decode(bytes, isLast: isLast) {
            (text: UnsafeRawBufferPointer) throws(Failure) in
            try csv.feed(text, isLast: false) { (record: CSVRecord) throws(Failure) in
                try Self.read(record, plan, &skipped, body)
            }
        }
        guard isLast else { return }
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        try csv.feed(none, isLast: true) { (record: CSVRecord) throws(Failure) in
            try Self.read(record, plan, &skipped, body)
        }
    }

    // Static, because a method of `self` would overlap the access to its reader of CSV.
    private static func read<Failure: Error>(
        _ record: CSVRecord,
        _ shared: SharedPlan<Field>,
        _ skipped: inout SkippedLines,
        _ body: (ReadRow<Field>) throws(Failure) -> Void
    ) throws(Failure) {
        let plan = shared.plan
        guard record.number > plan.writing.headingNumber else { return }
        switch RecordReading(record, shared).outcome {
        case .row(let row): try body(.row(row, record))
        case .rejected(let error): try body(.rejected(error, record))
        case .skipped(let isBlank):
            // What stands in the line is nobody's business where the list is confidential.
            skipped.take(record, isBlank: isBlank, isHidden: plan.form.isConfidential)
        }
    }
}

/// What one record of a list is.
private struct RecordReading<Field: ListField> {
    enum Outcome {
        case row(ListRow<Field>)
        case rejected(RowError)
        case skipped(isBlank: Bool)
    }

    private let record: CSVRecord
    private let shared: SharedPlan<Field>
    private let texts: [String]

    private var plan: ListPlan<Field> { shared.plan }

    init(_ record: CSVRecord, _ plan: SharedPlan<Field>) {
        self.record = record
        shared = plan
        texts = record.fault == nil ? record.texts.map { String($0.trimmingWhiteSpace) } : []
    }

    var outcome: Outcome {
        if let fault = record.fault { return .rejected(error(.unreadable(fault.reason))) }
        let columns = plan.map.columns.count
        if let excess = record.excess(over: columns) {
            var error = error(.tooManyCells(expected: columns))
            error.column = excess + 1
            error.value = plan.form.isConfidential ? "" : String(texts[excess].prefix(80))
            return .rejected(error)
        }
        let cells = cells
        guard let first = texts.first(where: { !$0.isEmpty }) else {
            return .skipped(isBlank: true)
        }
        guard !cells.isEmpty, !isNoRow(first) else { return .skipped(isBlank: false) }
        return .row(ListRow(line: record.line, plan: shared, cells: cells))
    }

    private func error(_ problem: Problem) -> RowError {
        RowError(line: record.line, column: 0, heading: "", value: "", problem: problem)
    }

    private var cells: [Field: ListRow<Field>.Cell] {
        var cells: [Field: ListRow<Field>.Cell] = [:]
        for column in plan.map.columns {
            guard let text = text(of: column), case .field(let field) = column.role else {
                continue
            }
            cells[field] = ListRow.Cell(column: column.number, heading: column.heading, text: text)
        }
        for column in plan.map.columns {
            guard let standIn = column.standIn, cells[standIn.field] == nil,
                let text = text(of: column)
            else { continue }
            cells[standIn.field] = ListRow.Cell(
                column: column.number,
                heading: column.heading,
                text: text
            )
        }
        return cells
    }

    /// Nil for a cell that is blank or says nothing.
    private func text(of column: HeadingMap<Field>.Column) -> String? {
        guard texts.indices.contains(column.number - 1) else { return nil }
        let text = texts[column.number - 1]
        return EmptyWords.all.contains(text.lowercased()) ? nil : text
    }

    /// Totals, remarks, titles, and the heading once more.
    private func isNoRow(_ first: String) -> Bool {
        let headings = plan.map.columns.map(\.heading)
        let filled = texts.enumerated().filter { !$0.element.isEmpty }
        if filled.allSatisfy({
            headings.indices.contains($0.offset) && headings[$0.offset] == $0.element
        }) {
            return filled.count > 1
        }
        let words = FoldedBytes.words(String(first.prefix(80)))
        guard filled.count <= 2 else { return false }
        if LineWords.areTotal(words) || LineWords.beginRemark(words) { return true }
        return filled.count == 1 && plan.map.fieldCount >= 3 && !plan.form.isWhole(with: cells.keys)
    }
}

/// What people write into a cell to say nothing.
private enum EmptyWords {
    static let all: Set = [
        "", "-", "–", "—", "n/a", "na", "nc", "n.c.", "néant", "neant", "none", "null", "?", "/",
    ]
}

extension ListForm {
    /// Whether the fields satisfy one of the demands.
    fileprivate func isWhole(with fields: some Sequence<Field>) -> Bool {
        let given = Set(fields)
        return demands.contains { $0.isSubset(of: given) }
    }
}
