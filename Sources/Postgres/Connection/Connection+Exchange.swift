import CLibPQ

extension Connection {
    /// Runs one statement, with whatever waits to travel before it, in one round trip.
    ///
    /// A statement that the server no longer accepts as prepared is prepared anew and tried once more, outside a
    /// transaction; inside one the error has ended the transaction, and the next one finds it prepared anew.
    ///
    /// `work` runs once, between the sending and the answer.
    func run(
        _ query: Query,
        isCancellable: Bool = true,
        meanwhile work: () -> Void = {}
    ) throws(PostgresError) -> ResultHandle {
        let isAlone = pending.isEmpty && handle.transactionStatus == PQTRANS_IDLE
        let batch = pending + [query]
        do throws(PostgresError) {
            return try exchange(batch, isCancellable: isCancellable, meanwhile: work)
        } catch {
            guard error.isStaleStatement else {
                throw error
            }
            statements.forget(batch, stillOnServer: error.sqlState != .invalidStatementName)
            guard isAlone else {
                throw error
            }
            return try exchange(batch, isCancellable: isCancellable)
        }
    }

    /// Sends what waits to travel with the next statement, alone.
    func flushPending() throws(PostgresError) {
        if !pending.isEmpty {
            _ = try exchange(pending, isCancellable: true)
        }
    }

    /// Sends statements together and returns the result of the last.
    private func exchange(
        _ batch: [Query],
        isCancellable: Bool,
        meanwhile work: () -> Void = {}
    ) throws(PostgresError) -> ResultHandle {
        try refuseUnsendable(batch)
        if isCancellable, Task.isCancelled {
            throw .taskCancelled
        }
        try setPipelining(true)
        handle.beginExchange()
        guard let messages = handle.send(batch, &statements) else {
            throw lose()
        }
        pending = []
        hasPendingBegin = false
        roundTrips += 1
        work()
        return try collect(messages, isCancellable: isCancellable)
    }

    private func refuseUnsendable(_ batch: [Query]) throws(PostgresError) {
        for query in batch {
            if let error = query.refusal {
                throw error
            }
        }
    }

    /// Receives one answer for each message, then the end of the exchange.
    ///
    /// After the first error the server skips the rest, and says so for each.
    private func collect(
        _ messages: [Message],
        isCancellable: Bool
    ) throws(PostgresError) -> ResultHandle {
        var failure: PostgresError?
        var last: ResultHandle?
        for message in messages {
            let result = try answer(isCancellable: isCancellable)
            last = result
            if result.isError, failure == nil {
                let error = PostgresError(result, wasCancelRequested: handle.wasCancelRequested)
                guard !error.isConnectionLost else {
                    throw lose(error)
                }
                failure = error
            }
            if failure != nil {
                statements.withdraw(message)
            }
        }
        try finishExchange(after: failure)
        guard let last, failure == nil else {
            throw failure ?? lose()
        }
        return last
    }

    /// The result of one message.
    private func answer(isCancellable: Bool) throws(PostgresError) -> ResultHandle {
        guard let result = handle.nextResult(isCancellable: isCancellable) else {
            throw lose()
        }
        try refuseCopy(result)
        if result.status == PGRES_FATAL_ERROR, !handle.isUsable {
            throw lose(PostgresError(result, wasCancelRequested: false))
        }
        // Nil ends the results of this message.
        while handle.nextResult(isCancellable: isCancellable) != nil {}
        return result
    }

    private func finishExchange(after failure: PostgresError?) throws(PostgresError) {
        guard let end = handle.nextResult(isCancellable: false), end.status == PGRES_PIPELINE_SYNC
        else {
            throw lose(failure)
        }
        // Nil: nothing more is expected.
        _ = handle.nextResult(isCancellable: false)
    }

    /// A COPY inside an exchange cannot be left again, so the connection is given up.
    private func refuseCopy(_ result: ResultHandle) throws(PostgresError) {
        if [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(result.status) {
            close()
            throw PostgresError(.misuse, "COPY runs through copyIn and copyOut")
        }
    }

    func setPipelining(_ isOn: Bool) throws(PostgresError) {
        guard isPipelining != isOn else {
            return
        }
        guard handle.isUsable, handle.setPipelining(isOn) else {
            throw lose()
        }
        isPipelining = isOn
    }

    /// Gives the connection up and returns the error that tells why.
    func lose(_ cause: PostgresError? = nil) -> PostgresError {
        let message = cause?.message ?? handle.errorMessage
        close()
        return PostgresError(.connectionLost, message, report: cause?.report)
    }
}

extension Query {
    /// Why this query cannot be sent; nil when it can.
    var refusal: PostgresError? {
        switch parameters.refusal {
        case .none: nil
        case .zeroByte(let position):
            PostgresError(.encoding(parameter: position), "text cannot hold a zero byte")
        case .tooLarge(let position):
            PostgresError(.encoding(parameter: position), "the values exceed one gigabyte")
        }
    }
}
