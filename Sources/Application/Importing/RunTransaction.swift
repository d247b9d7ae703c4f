import Domain
import Postgres
import Store

/// One transaction over many files: opened as somebody, permitted, kept or undone as a whole.
struct RunTransaction {
    let application: Application
    let speaker: Speaker
    let isRehearsal: Bool
    var side = Side.main

    /// What a run gave, and whether it is to be kept.
    struct Ended<Outcome: Sendable>: Sendable {
        let outcome: Outcome
        let isKept: Bool

        init(_ outcome: Outcome, isKept: Bool) {
            self.outcome = outcome
            self.isKept = isKept
        }
    }

    func perform<Outcome: Sendable>(
        _ permission: Permission,
        in db: isolated Connection,
        _ body: (isolated Connection, Circumstances) throws(Failure) -> Ended<Outcome>
    ) throws(Failure) -> Outcome {
        let performance = Performance(application: application, speaker: speaker, key: nil)
        db.begin(.readWrite, prologue: performance.prologue(signed: true))
        do throws(Failure) {
            let circumstances = performance.circumstances(try performance.open(side, in: db))
            try performance.permit(permission, circumstances.person)
            let ended = try body(db, circumstances)
            if ended.isKept, !isRehearsal {
                try Failure.running { () throws(PostgresError) in try db.commit() }
            } else {
                if ended.isKept { try performance.letTheWallsSpeak(in: db) }
                db.rollback()
            }
            return ended.outcome
        } catch {
            db.rollback()
            throw error
        }
    }
}
