import Domain
import Importing
import Postgres
import Store
import Tabular

/// The one transaction of an import: staged, planned, run, and kept or undone.
struct ImportTransaction {
    let application: Application
    let run: DeviceImport
    let plan: DeviceListPlan
    let speaker: Speaker

    func perform(
        _ source: borrowing ByteSource,
        in db: isolated Connection,
        progress: (Int) -> Void,
        rejects: ([UInt8]) -> Void
    ) throws(Failure) -> DeviceImport.Outcome {
        let performance = Performance(application: application, speaker: speaker, key: nil)
        let prologue = performance.prologue(signed: true)
        var staged = Staged(report: ImportReport(plan.outline))
        var faults: [ImportStore.Fault] = []
        var ended = Ended(ending: .refused, batch: nil)
        var language = Language.fr
        db.begin(.readWrite, prologue: prologue)
        do throws(Failure) {
            let circumstances = performance.circumstances(try performance.open(.main, in: db))
            try performance.permit(DeviceImport.permission, circumstances.person)
            language = run.language ?? circumstances.person.language
            staged = try stage(source, in: db, progress)
            faults = try planned(&staged.report, in: db)
            ended = try finish(&staged, source.name, in: db)
        } catch {
            db.rollback()
            throw error
        }
        if staged.report.counts.error > 0 {
            writeRejects(source, faults, in: language, rejects)
        }
        return ImportOutcome(
            subject: .devices,
            ending: ended.ending,
            report: staged.report,
            batch: ended.batch
        )
    }

    /// What reading the file gave.
    private struct Staged {
        var report: ImportReport
        var sha256: [UInt8] = []
    }

    private struct Ended {
        let ending: DeviceImport.Ending
        let batch: Int64?
    }

    private func stage(
        _ source: borrowing ByteSource,
        in db: isolated Connection,
        _ progress: (Int) -> Void
    ) throws(Failure) -> Staged {
        try Failure.running { () throws(PostgresError) in
            try ImportStore.begin(for: speaker.organisation, in: db)
        }
        var staged = Staged(report: ImportReport(plan.outline))
        var digest = RunningDigest()
        var reader = DeviceListReader(plan)
        var notes = DeviceNotes()
        var seen = 0
        try ImportStore.copyDevices(in: db) { (writer) throws(Failure) in
            var encoder = BinaryCopyEncoder(columns: ImportStore.deviceColumns)
            try source.read { (bytes, isLast) throws(Failure) in
                digest.update(bytes)
                try reader.feed(bytes, isLast: isLast) { (row) throws(Failure) in
                    switch row {
                    case .device(let device, _):
                        notes.take(device.notes, line: device.line)
                        try encoder.stage(device, into: &writer)
                    case .rejected(let errors, _): staged.report.reject(errors)
                    }
                }
                seen += bytes.count
                progress(seen)
            }
            try Failure.running { () throws(PostgresError) in try encoder.finish(into: &writer) }
        }
        staged.report.take(reader.skipped)
        for note in notes.rows { staged.report.note(note) }
        staged.sha256 = digest.finish()
        return staged
    }

    private func planned(
        _ report: inout ImportReport,
        in db: isolated Connection
    ) throws(Failure) -> [ImportStore.Fault] {
        let faults = try Failure.running { () throws(PostgresError) -> [ImportStore.Fault] in
            try ImportStore.plan(
                donation: run.donation,
                defaultKind: run.defaultKind?.rawValue,
                in: db
            )
            return try ImportStore.faults(in: db)
        }
        for fault in faults { report.reject([RowError(fault, plan)]) }
        return faults
    }

    private func finish(
        _ staged: inout Staged,
        _ name: String,
        in db: isolated Connection
    ) throws(Failure) -> Ended {
        let batch = try Failure.running { () throws(PostgresError) in
            try ImportStore.register(
                file: name,
                sha256: staged.sha256,
                donation: run.donation,
                step: run.step,
                for: speaker,
                in: db
            )
        }
        guard let batch else {
            db.rollback()
            return Ended(ending: .already, batch: nil)
        }
        let counts = try Failure.running { () throws(PostgresError) in
            try ImportStore.run(donation: run.donation, batch: batch, step: run.step, in: db)
        }
        for count in counts { staged.report.counts.take(count) }
        guard staged.report.counts.error == 0 || (run.keepsGoing && staged.report.counts.taken > 0)
        else {
            db.rollback()
            return Ended(ending: .refused, batch: nil)
        }
        return try keep(staged.report, batch, in: db)
    }

    private func keep(
        _ report: ImportReport,
        _ batch: Int64,
        in db: isolated Connection
    ) throws(Failure) -> Ended {
        try Failure.running { () throws(PostgresError) in
            try ImportStore.keep(report: report.json, of: batch, for: speaker, in: db)
        }
        guard !run.isRehearsal else {
            try Performance(application: application, speaker: speaker, key: nil)
                .letTheWallsSpeak(in: db)
            db.rollback()
            return Ended(ending: .rehearsed, batch: nil)
        }
        try Failure.running { () throws(PostgresError) in try db.commit() }
        return Ended(ending: .imported, batch: batch)
    }

    /// Reads the file once more, and hands over what was not taken; so a long list of rejects is never held in memory.
    private func writeRejects(
        _ source: borrowing ByteSource,
        _ faults: [ImportStore.Fault],
        in language: Language,
        _ rejects: ([UInt8]) -> Void
    ) {
        var byLine: [Int: RowError] = [:]
        for fault in faults { byLine[Int(fault.line)] = RowError(fault, plan) }
        var writer = RejectsWriter(plan.writing, language: language)
        var reader = DeviceListReader(plan)
        source.read { (bytes, isLast) in
            reader.feed(bytes, isLast: isLast) { row in
                switch row {
                case .rejected(let errors, let record): writer.append(record, errors)
                case .device(let device, let record):
                    if let error = byLine[device.line] { writer.append(record, [error]) }
                }
            }
            let written = writer.take()
            if !written.isEmpty { rejects(written) }
        }
    }
}

extension ImportReport.Counts {
    /// Rows that were good, whatever became of them.
    var taken: Int { create + update + same + again + doubtful }

    /// Adds what the database counted; its errors were counted when they were told.
    mutating func take(_ count: ImportStore.Count) {
        let lines = Int(count.lines)
        switch count.verdict {
        case "create": create += lines
        case "update": update += lines
        case "again": again += lines
        case "same": same += lines
        case "doubtful": doubtful += lines
        default: break
        }
    }
}
