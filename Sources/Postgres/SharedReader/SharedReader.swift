import Synchronization

/// Answers many short questions over few connections.
///
/// The questions of all askers follow each other on one pipelined connection, each with a Sync of its own. So each is a
/// transaction of its own, read only, and an error in one touches no other; and no asker waits for the round trip of
/// another. Twice the rate of a connection per asker.
///
/// A question that holds the others up for longer than `patience` is cancelled and asked again on a lane for slow ones,
/// where the same statement goes at once for the next minute.
public final class SharedReader: Sendable {
    /// How long a statement found slow is sent to the slow lane at once.
    ///
    /// Then it is tried again among the quick: it may have been slow because of a lock or a cold
    /// cache.
    private static let slowMemory = Duration.seconds(60)

    private let quick: Inbox
    private let slow: [Inbox]
    private let slowStatements = Mutex<[String: ContinuousClock.Instant]>([:])

    /// - Parameters:
    ///   - settings: where to connect. The sessions are read only, and each question sees one snapshot, whatever the settings
    ///     say.
    ///   - limit: questions that may wait on a lane; more are refused with `.overloaded`.
    ///   - patience: how long one question may hold the others up.
    ///   - slowLanes: connections for slow questions, at least one; none is opened before it is needed.
    public init(
        _ settings: ConnectionSettings,
        limit: Int = 4096,
        patience: Duration = .milliseconds(50),
        slowLanes: Int = 1
    ) {
        precondition(slowLanes > 0, "a slow question needs a lane")
        var settings = settings
        settings.serverSettings["default_transaction_read_only"] = "on"
        settings.serverSettings["default_transaction_isolation"] = "repeatable read"
        quick = Inbox(limit: limit)
        slow = (0..<slowLanes).map { _ in Inbox(limit: limit) }
        for inbox in slow {
            Lane.start(inbox, settings)
        }
        Lane.start(quick, settings, patience: patience) { [weak self] question in
            self?.askSlowly(question)
        }
    }

    deinit {
        close()
    }

    /// Answers what was asked so far and ends; every later question throws `.connectionLost`.
    public func close() {
        for inbox in [quick] + slow {
            inbox.close()
        }
    }

    /// The rows that a reading statement returns.
    ///
    /// A cancelled asker gets `.cancelled` at once; its answer is dropped when it comes.
    ///
    /// - Parameters:
    ///   - query: one statement.
    ///   - prologue: statements for their effect on the transaction, such as `SELECT set_config(…, true)`. They cost no
    ///     round trip.
    /// - Returns: all rows; they stay in memory until the last of them is gone.
    /// - Throws: what the server refuses, `.overloaded`, `.connectionFailed`, `.connectionLost`, `.cancelled`,
    ///   `.encoding`.
    public func rows(
        _ query: Query,
        prologue: [Query] = []
    ) async throws(PostgresError) -> Rows {
        try await answer(
            Reading(query) { (rows) throws(PostgresError) in rows },
            prologue: prologue
        )
    }

    /// What statements that stand on their own have to say together, in one round trip and one snapshot.
    ///
    /// - Throws: as `rows`; what the reading itself throws.
    public func answer<Value>(
        _ reading: Reading<Value>,
        prologue: [Query] = []
    ) async throws(PostgresError) -> Value {
        let question = Question(reading.queries, prologue: prologue)
        if let refusal = question.batch.lazy.compactMap(\.refusal).first {
            throw refusal
        }
        let inbox = inbox(for: question)
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                question.wait(continuation)
                inbox.add(question)
            }
        } onCancel: {
            question.answer(.failure(.taskCancelled))
        }
        return try reading.value(of: try answer.get().map(Rows.init))
    }

    /// The row that a reading statement returns, or nil when it returns none.
    ///
    /// - Throws: as `rows`; `.unexpectedRowCount` when there is more than one.
    public func optionalRow(
        _ query: Query,
        prologue: [Query] = []
    ) async throws(PostgresError) -> Row? {
        let rows = try await rows(query, prologue: prologue)
        guard rows.count <= 1 else {
            throw PostgresError(.unexpectedRowCount(rows.count), "at most one row was expected")
        }
        return rows.first
    }

    private func inbox(for question: Question) -> Inbox {
        let isSlow = slowStatements.withLock { slow in
            guard !slow.isEmpty, let end = slow[question.name] else {
                return false
            }
            if end < .now {
                slow[question.name] = nil
                return false
            }
            return true
        }
        return isSlow ? emptiestSlow : quick
    }

    private var emptiestSlow: Inbox {
        slow.min { $0.outstanding < $1.outstanding } ?? quick
    }

    private func askSlowly(_ question: Question) {
        slowStatements.withLock { slow in
            // Texts come from the program, so they are few; a bound all the same.
            if slow.count >= 1000 {
                slow = [:]
            }
            slow[question.name] = .now.advanced(by: Self.slowMemory)
        }
        emptiestSlow.add(question)
    }
}
