import Domain
import Importing
import Postgres
import Store
import Tabular

/// The one transaction of a list: read, taken unit by unit, and kept or undone as a whole.
struct ListTransaction<Kind: ListKind> {
    typealias Row = ListRow<Kind.Field>

    let application: Application
    let run: ListImport
    let plan: ListPlan<Kind.Field>
    let speaker: Speaker

    func perform(
        _ source: borrowing ByteSource,
        in db: isolated Connection,
        rejects: ([UInt8]) -> Void
    ) throws(Failure) -> ImportOutcome {
        let read = try ReadList<Kind>(source, plan)
        let name = source.name
        let transaction = RunTransaction(
            application: application,
            speaker: speaker,
            isRehearsal: run.isRehearsal,
            side: Kind.side
        )
        let ended = try transaction.perform(Kind.permission, in: db) {
            (db, circumstances) throws(Failure) in
            try end(read, named: name, in: db, circumstances)
        }
        if !ended.errors.isEmpty {
            writeRejects(source, ended.errors, in: run.language ?? ended.language, rejects)
        }
        return ended.outcome
    }

    /// What a run gave, and the lines that go back to the person.
    struct Ended: Sendable {
        let outcome: ImportOutcome
        let errors: [Int: [RowError]]
        let language: Language
    }

    private func end(
        _ read: ReadList<Kind>,
        named name: String,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RunTransaction.Ended<Ended> {
        let language = circumstances.person.language
        var report = ImportReport(plan.outline)
        report.take(read.skipped)
        let register = ListRegister<Kind>(name: name, sha256: read.sha256, options: run.options)
        let entry = try register.enter(in: db, circumstances)
        guard entry != .already else {
            let errors = try again(read, &report, in: db, circumstances)
            let outcome = outcome(.already, report, nil)
            return RunTransaction.Ended(
                Ended(outcome: outcome, errors: errors, language: language),
                isKept: false
            )
        }
        let errors = try take(read, &report, in: db, circumstances)
        for line in errors.keys.sorted() { report.reject(errors[line] ?? []) }
        let isRefused = !errors.isEmpty && !(run.keepsGoing && report.counts.taken > 0)
        if !isRefused { try register.keep(report, of: entry, in: db, circumstances) }
        let ending: ImportEnding =
            isRefused ? .refused : run.isRehearsal ? .rehearsed : .imported
        let outcome = outcome(ending, report, ending == .imported ? entry.batch : nil)
        return RunTransaction.Ended(
            Ended(outcome: outcome, errors: errors, language: language),
            isKept: !isRefused
        )
    }

    /// What is wrong with the rows of a file that was imported before, so that its rejects can be had again when they were lost.
    ///
    /// The rows are taken once more, and undone with the transaction; the report counts none of them.
    private func again(
        _ read: ReadList<Kind>,
        _ report: inout ImportReport,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Int: [RowError]] {
        var uncounted = report
        let errors = try take(read, &uncounted, in: db, circumstances)
        for line in errors.keys.sorted() { report.reject(errors[line] ?? []) }
        return errors
    }

    private func outcome(
        _ ending: ImportEnding,
        _ report: ImportReport,
        _ batch: Int64?
    ) -> ImportOutcome {
        ImportOutcome(
            subject: Kind.form.subject,
            ending: ending,
            report: report,
            batch: batch
        )
    }

    /// - Returns: What is wrong, by line.
    private func take(
        _ read: ReadList<Kind>,
        _ report: inout ImportReport,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Int: [RowError]] {
        let kind = try Kind.opened(run.options, circumstances)
        var met: Set<Kind.Thing> = []
        var errors = read.errors
        var notes: [RowNote] = []
        for unit in Kind.units(of: read.rows) {
            let taken = try TakenUnit(unit, by: kind, after: met, in: db, circumstances)
            if let fate = taken.fate {
                report.counts.count(fate.verdict, unit.count)
                if let thing = fate.thing { met.insert(thing) }
                notes += taken.rows.flatMap(\.notes)
            } else {
                for row in taken.rows { errors[row.line] = row.errors }
            }
        }
        for note in notes.sorted(by: { $0.line < $1.line }) { report.note(note) }
        return errors
    }

    /// Reads the file once more, and hands over what was not taken.
    private func writeRejects(
        _ source: borrowing ByteSource,
        _ errors: [Int: [RowError]],
        in language: Language,
        _ rejects: ([UInt8]) -> Void
    ) {
        var writer = RejectsWriter(plan.writing, language: language)
        var reader = ListReader(plan)
        source.read { (bytes, isLast) in
            reader.feed(bytes, isLast: isLast) { read in
                switch read {
                case .row(_, let record), .rejected(_, let record):
                    guard let reasons = errors[record.line] else { return }
                    writer.append(record, reasons)
                }
            }
            let written = writer.take()
            if !written.isEmpty { rejects(written) }
        }
    }
}

/// The rows of a list, read before anything is asked of the database.
struct ReadList<Kind: ListKind>: Sendable {
    private(set) var rows: [ListRow<Kind.Field>] = []
    /// Of records that could not be cut into cells, by line.
    private(set) var errors: [Int: [RowError]] = [:]
    private(set) var skipped = SkippedLines()
    private(set) var sha256: [UInt8] = []

    /// - Throws: `.unreadable` for more rows than are held in memory.
    init(
        _ source: borrowing ByteSource,
        _ plan: ListPlan<Kind.Field>,
        atMost limit: Int = ListImport.mostRows
    ) throws(Failure) {
        var digest = RunningDigest()
        var reader = ListReader(plan)
        var rows: [ListRow<Kind.Field>] = []
        var errors: [Int: [RowError]] = [:]
        try source.read { (bytes, isLast) throws(Failure) in
            digest.update(bytes)
            try reader.feed(bytes, isLast: isLast) { (read) throws(Failure) in
                switch read {
                case .row(let row, _): rows.append(row)
                case .rejected(let error, _): errors[error.line] = [error]
                }
                guard rows.count + errors.count <= limit else {
                    throw .unreadable(ListImport.tooManyRows(limit))
                }
            }
        }
        (self.rows, self.errors, skipped) = (rows, errors, reader.skipped)
        sha256 = digest.finish()
    }
}

extension ImportReport.Counts {
    fileprivate mutating func count(_ verdict: RowVerdict, _ rows: Int) {
        switch verdict {
        case .create: create += rows
        case .update: update += rows
        case .same: same += rows
        }
    }
}
