public import Postgres
public import Store

/// A question all of whose statements are known before any of them is answered.
///
/// On the main login these travel in one round trip on a connection that many askers share; elsewhere they are asked one
/// after another in a transaction of their own. The answer is the same.
public protocol SharedQuestion: Question {
    /// What the statements bring.
    associatedtype Found: Sendable

    /// Its statements; nil when something has to be looked up first.
    func reading(for speaker: Speaker) throws(Failure) -> Reading<Found>?

    /// Its statements, once everything is looked up.
    func reading(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Reading<Found>

    func answer(_ found: Found, _ circumstances: Circumstances) throws(Failure) -> Answer
}

extension SharedQuestion {
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let reading = try reading(in: db, circumstances)
        let found = try Failure.running { () throws(PostgresError) in try db.answer(reading) }
        return try answer(found, circumstances)
    }
}

extension Application {
    /// Asks with others on the shared connection.
    ///
    /// - Parameters:
    ///   - question: what is asked.
    ///   - speaker: as whom.
    ///   - opening: who that is, when this very request has read it already.
    /// - Returns: nil when something has to be looked up first, or nothing is shared on this side.
    /// - Throws: `.unauthenticated`, `.forbidden`, what the question refuses or the database says.
    func share<Q: SharedQuestion>(
        _ question: Q,
        as speaker: Speaker,
        _ opening: Opening?
    ) async throws(Failure) -> Q.Answer? {
        guard Q.side == .main, let reader, let reading = try question.reading(for: speaker) else {
            return nil
        }
        let found: Q.Found
        let asker: Opening
        if let opening {
            (asker, found) = (opening, try await answer(reading, as: speaker, on: reader))
        } else {
            let both = Reading(together: PersonStore.opening(of: speaker), reading)
            let (known, brought) = try await answer(both, as: speaker, on: reader)
            guard let known else { throw .unauthenticated }
            (asker, found) = (known, brought)
        }
        let performance = Performance(application: self, speaker: speaker, key: nil)
        let circumstances = performance.circumstances(asker)
        try performance.permit(Q.permission, circumstances.person)
        return try question.answer(found, circumstances)
    }

    /// What a reading has to say, to whoever lets people in.
    func answer<Value>(
        _ reading: Reading<Value>,
        as speaker: Speaker
    ) async throws(Failure) -> Value {
        if home == .main, let reader {
            return try await answer(reading, as: speaker, on: reader)
        }
        let prologue = speaker.prologue(key: nil, now: secondsSince1970())
        return try await lease(home) { (db) throws(Failure) -> Value in
            try Failure.running { () throws(PostgresError) in
                try db.transaction(.snapshot, prologue: prologue) {
                    (db) throws(PostgresError) -> Value in try db.answer(reading)
                }
            }
        }
    }

    private func answer<Value>(
        _ reading: Reading<Value>,
        as speaker: Speaker,
        on reader: SharedReader
    ) async throws(Failure) -> Value {
        let prologue = speaker.prologue(key: nil, now: secondsSince1970())
        do throws(PostgresError) {
            return try await reader.answer(reading, prologue: prologue)
        } catch {
            throw .postgres(error)
        }
    }
}
