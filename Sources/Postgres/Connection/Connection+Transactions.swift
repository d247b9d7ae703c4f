import CLibPQ

extension Connection {
    /// Begins a transaction, without a word to the server yet.
    ///
    /// `BEGIN` and the prologue travel in the round trip of the first statement that follows, and never when none does.
    ///
    /// - Parameters:
    ///   - mode: what the transaction may do and see.
    ///   - prologue: statements for their effect on the transaction, such as `SELECT set_config(…, true)`.
    public func begin(_ mode: TransactionMode = .readWrite, prologue: [Query] = []) {
        precondition(!isInTransaction, "a transaction is already open on this connection")
        pending = [mode.begin] + prologue
        hasPendingBegin = true
    }

    /// Commits.
    ///
    /// Costs no round trip when nothing was sent since `begin`.
    ///
    /// - Throws: `.commitOutcomeUnknown` when the connection is lost before the answer, or when the server warns that
    ///   it did not wait for its standby; `.server(.inFailedTransaction)` when an earlier error made it a rollback; what
    ///   a deferred constraint reports. Then the transaction is over, and nothing of it is done, except after
    ///   `.commitOutcomeUnknown`.
    public func commit() throws(PostgresError) {
        guard !hasPendingBegin else {
            return forgetPending()
        }
        guard isUsable else {
            // Nothing was sent, so nothing is uncertain: the server has rolled back.
            throw lose()
        }
        do throws(PostgresError) {
            try judge(commit: run("COMMIT"))
        } catch {
            if error.isConnectionLost {
                throw .commitUnknown(error.message, report: error.report)
            }
            rollback()
            throw error
        }
    }

    private func judge(commit result: ResultHandle) throws(PostgresError) {
        guard result.commandTag == "COMMIT" else {
            let message = "the transaction had failed before, and was rolled back"
            throw PostgresError(.server(.inFailedTransaction), message)
        }
        if let warning = notices.first(where: \.isAboutStandby) {
            throw .commitUnknown(warning.message, report: warning)
        }
    }

    /// Rolls back what is open.
    ///
    /// Never fails: a connection on which it cannot is closed, and the server rolls back.
    ///
    /// Works in a cancelled task too.
    public func rollback() {
        forgetPending()
        savepointDepth = 0
        guard isInTransaction else {
            return
        }
        do {
            _ = try run("ROLLBACK", isCancellable: false)
        } catch {
            close()
        }
    }

    /// Runs `body` in a transaction: committed when it returns, rolled back when it throws.
    @discardableResult
    public func transaction<R, E: ExpressibleByPostgresError>(
        _ mode: TransactionMode = .readWrite,
        prologue: [Query] = [],
        _ body: (isolated Connection) throws(E) -> R
    ) throws(E) -> R {
        begin(mode, prologue: prologue)
        let answer: R
        do throws(E) {
            answer = try body(self)
        } catch {
            rollback()
            throw error
        }
        try E.catching { () throws(PostgresError) in try commit() }
        return answer
    }

    /// Runs `body` so that its error undoes it alone, and leaves the transaction usable.
    ///
    /// Setting and releasing the savepoint travel with the statements around them: no round trip of their own. Savepoints
    /// nest.
    @discardableResult
    public func savepoint<R, E: ExpressibleByPostgresError>(
        _ body: (isolated Connection) throws(E) -> R
    ) throws(E) -> R {
        precondition(isInTransaction, "a savepoint needs a transaction")
        let mark = SavepointMark(
            depth: savepointDepth,
            pending: pending.count,
            roundTrips: roundTrips
        )
        pending.append(Query("SAVEPOINT level_", mark.depth))
        savepointDepth += 1
        defer { savepointDepth = mark.depth }
        do throws(E) {
            let answer = try body(self)
            release(mark)
            return answer
        } catch {
            undo(to: mark)
            throw error
        }
    }

    private func release(_ mark: SavepointMark) {
        if roundTrips == mark.roundTrips {
            pending.removeSubrange(mark.pending...)
        } else {
            pending.append(Query("RELEASE SAVEPOINT level_", mark.depth))
        }
    }

    private func undo(to mark: SavepointMark) {
        guard roundTrips > mark.roundTrips else {
            return pending.removeSubrange(mark.pending...)
        }
        guard isUsable else {
            return
        }
        pending = [Query("ROLLBACK TO SAVEPOINT level_", mark.depth)]
        do {
            _ = try run(Query("RELEASE SAVEPOINT level_", mark.depth), isCancellable: false)
        } catch {
            rollback()
        }
    }

    private func forgetPending() {
        pending = []
        hasPendingBegin = false
    }
}

/// Where a savepoint began.
///
/// While no round trip was made since, it is still unsent.
private struct SavepointMark {
    let depth: Int
    let pending: Int
    let roundTrips: Int
}

extension ServerReport {
    /// The one warning that matters at commit: done here, but perhaps on no standby.
    fileprivate var isAboutStandby: Bool { severity == "WARNING" && sqlState == .warning }
}

extension PostgresError {
    fileprivate static func commitUnknown(_ message: String, report: ServerReport?) -> PostgresError
    {
        PostgresError(.commitOutcomeUnknown, message, report: report)
    }
}
