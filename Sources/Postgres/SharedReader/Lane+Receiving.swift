import CLibPQ

extension Lane {
    /// Takes what the server has sent, and answers the questions whose answers are complete.
    func receive() {
        let isConnected = PQconsumeInput(handle.pointer) == 1
        exchangeBytes(isConnected: isConnected)
    }

    /// Sends what is unsent, and takes the results at hand.
    ///
    /// In this order: a flush that cannot send reads, and what it has read makes the socket readable no more.
    func exchangeBytes(isConnected: Bool = true) {
        let isFlushed = isConnected && flush()
        let cause = takeResults()
        if !isFlushed || cause != nil || !handle.isUsable {
            lose(cause)
        }
    }

    /// Takes all results that have arrived.
    ///
    /// - Returns: why the connection is lost, when a result says so.
    private func takeResults() -> PostgresError? {
        while !flights.isEmpty, PQisBusy(handle.pointer) == 0 {
            guard let pointer = PQgetResult(handle.pointer) else {
                // Between two flights libpq reports one end too many, and then goes on to the next.
                endMessage()
                continue
            }
            let result = ResultHandle(pointer)
            if result.status == PGRES_PIPELINE_SYNC {
                endFlight()
                continue
            }
            flights.first?.take(result)
            if let failure = flights.first?.failure, failure.isConnectionLost {
                return failure
            }
            if [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(result.status) {
                return PostgresError(.misuse, "COPY runs through copyIn and copyOut")
            }
        }
        return nil
    }

    /// Notes the end of one message's results.
    private func endMessage() {
        let flight = flights.first
        if let message = flight?.endMessage(), flight?.failure != nil {
            statements.withdraw(message)
        }
    }

    /// Answers the first flight, or asks its question again when it failed through no fault of its own.
    private func endFlight() {
        guard let flight = flights.popFirst() else {
            return
        }
        headSince = .now
        switch (flight.failure, flight.isAnswered) {
        case (.some(let error), _) where error.isStaleStatement && flight.question.mayTryAgain():
            statements.forget(
                flight.question.batch,
                stillOnServer: error.sqlState != .invalidStatementName
            )
            waiting.append(flight.question)
        case (.some(let error), _)
        where error.kind == .server(.queryCanceled) && flight.wasCancelled:
            passOn(flight.question)
        // A cancel that came too late for the one it was meant for strikes the next.
        case (.some(let error), _)
        where error.kind == .server(.queryCanceled) && flight.question.mayTryAgain():
            waiting.append(flight.question)
        case (.some(let error), _):
            finish([flight.question], .failure(error))
        case (.none, true):
            finish([flight.question], .success(flight.results))
        case (.none, false):
            finish([flight.question], .failure(.connectionLost("the server gave no answer")))
        }
    }
}
