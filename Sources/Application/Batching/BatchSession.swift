import Domain
import Postgres
import Store

/// The part of a batch that runs on one connection: one transaction, or one for each chunk of a batch that keeps going.
struct BatchSession {
    let application: Application
    let speaker: Speaker
    let batch: Batch
    let side: Side
    var count: Batch.Count
    let progress: @Sendable (Batch.Count) -> Void
    let failed: @Sendable (Batch.LineFailure) -> Void

    /// How far this part came; `failure` is the line that refused the whole batch.
    struct Ended: Sendable {
        let count: Batch.Count
        let failure: Batch.LineFailure?
    }

    /// What ends a transaction of a batch: one line, or something that is no line's fault.
    enum Stop: Error, ExpressibleByPostgresError {
        case line(Batch.LineFailure)
        case all(Failure)

        static func postgres(_ error: PostgresError) -> Stop { .all(.postgres(error)) }

        static func catching<R>(_ body: () throws(Failure) -> R) throws(Stop) -> R {
            do { return try body() } catch { throw .all(error) }
        }
    }

    private var isCommittedInParts: Bool { batch.keepsGoing && !batch.isRehearsal }

    /// Performs chunks until the end of the file, or until one speaks through the other login.
    mutating func perform(
        _ source: BatchSource,
        in db: isolated Connection
    ) throws(Failure) -> Ended {
        do throws(Stop) {
            repeat { try transact(source, in: db) } while try goesOn(source)
        } catch {
            switch error {
            case .line(let failure): return Ended(count: Batch.Count(), failure: failure)
            case .all(let failure): throw failure
            }
        }
        return Ended(count: count, failure: nil)
    }

    /// Whether another transaction of the same login follows.
    private func goesOn(_ source: BatchSource) throws(Stop) -> Bool {
        guard isCommittedInParts else { return false }
        return try Stop.catching { () throws(Failure) in try source.nextSide() } == side
    }

    private mutating func transact(
        _ source: BatchSource,
        in db: isolated Connection
    ) throws(Stop) {
        let performance = Performance(application: application, speaker: speaker, key: batch.key)
        db.begin(.readWrite, prologue: performance.prologue(signed: true))
        do throws(Stop) {
            let opening = try Stop.catching { () throws(Failure) in
                try performance.open(side, in: db)
            }
            var lines = BatchLines(
                application: application,
                circumstances: performance.circumstances(opening),
                keepsGoing: batch.keepsGoing
            )
            repeat {
                let next = try Stop.catching { () throws(Failure) in try source.next() }
                guard let chunk = next else { break }
                try perform(chunk, &lines, in: db)
            } while !isCommittedInParts
            try end(in: db)
        } catch {
            db.rollback()
            throw error
        }
        progress(count)
    }

    private mutating func perform(
        _ chunk: BatchChunk,
        _ lines: inout BatchLines,
        in db: isolated Connection
    ) throws(Stop) {
        if let other = chunk.side, other != side {
            try lines.refuse(chunk.lines)
        } else {
            try lines.perform(chunk.lines, in: db)
        }
        count.lines += chunk.lines.count
        count.done += lines.tally.done
        count.again += lines.tally.again
        count.failed += lines.tally.failures.count
        // Told after the chunk, in the order of the file: a chunk whose commit is lost tells its lines again on the next run.
        lines.tally.failures.sorted { $0.line < $1.line }.forEach(failed)
        lines.tally = BatchLines.Tally()
        if !isCommittedInParts { progress(count) }
    }

    private func end(in db: isolated Connection) throws(Stop) {
        guard !batch.isRehearsal else { return db.rollback() }
        do throws(PostgresError) { try db.commit() } catch { throw .postgres(error) }
    }
}
