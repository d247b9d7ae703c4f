import CLibPQ

extension Connection {
    /// Runs a text of several statements, for migrations and for what else is written in files.
    ///
    /// The simple protocol: no values, nothing prepared. Outside a transaction the statements are one transaction, unless
    /// the text says otherwise.
    ///
    /// - Returns: the rows of the last statement; none when it returns none.
    @discardableResult
    public func script(_ sql: String) throws(PostgresError) -> Rows {
        guard !sql.utf8.contains(0) else {
            throw PostgresError(.misuse, "a script cannot hold a zero byte")
        }
        let result = try beginPlainExchange(sql)
        if [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(result.status) {
            close()
            throw PostgresError(.misuse, "COPY runs through copyIn and copyOut")
        }
        return Rows(try finishPlainExchange(first: result))
    }

    /// Sends one text outside pipeline mode and returns the first result.
    func beginPlainExchange(_ sql: String) throws(PostgresError) -> ResultHandle {
        try flushPending()
        if Task.isCancelled {
            throw .taskCancelled
        }
        try setPipelining(false)
        handle.beginExchange()
        guard handle.sendText(sql) else {
            throw lose()
        }
        roundTrips += 1
        guard let first = handle.nextResult(isCancellable: true) else {
            throw lose()
        }
        return first
    }

    /// Receives what is left, and returns the last result or throws the first error.
    func finishPlainExchange(first: ResultHandle?) throws(PostgresError) -> ResultHandle {
        var failure: PostgresError?
        var last: ResultHandle?
        var next = first ?? handle.nextResult(isCancellable: true)
        while let result = next {
            last = result
            if result.isError, failure == nil {
                failure = PostgresError(result, wasCancelRequested: handle.wasCancelRequested)
            }
            next = handle.nextResult(isCancellable: true)
        }
        guard handle.isUsable else {
            throw lose(failure)
        }
        guard let last, failure == nil else {
            throw failure ?? lose()
        }
        return last
    }
}
