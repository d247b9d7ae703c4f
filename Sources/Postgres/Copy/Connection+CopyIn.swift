import CLibPQ

extension Connection {
    /// Streams rows into a table: `COPY … FROM STDIN`.
    ///
    /// An error that `body` throws aborts the COPY and is thrown on; the connection stays usable, and a transaction
    /// around it has failed. A COPY takes no values.
    ///
    /// - Returns: the number of rows that the server stored.
    @discardableResult
    public func copyIn<E: ExpressibleByPostgresError>(
        _ query: Query,
        _ body: (inout CopyWriter) throws(E) -> Void
    ) throws(E) -> Int {
        try E.catching { () throws(PostgresError) in try beginCopy(query, PGRES_COPY_IN) }
        var writer = CopyWriter(handle.pointer)
        do throws(E) {
            try body(&writer)
            try E.catching { () throws(PostgresError) in try writer.flush() }
        } catch {
            try E.catching { () throws(PostgresError) in
                try abortCopy(wasRefused: writer.wasRefused)
            }
            throw error
        }
        return try E.catching { () throws(PostgresError) in
            try endCopy(wasRefused: writer.wasRefused)
        }
    }

    func beginCopy(_ query: Query, _ expected: ExecStatusType) throws(PostgresError) {
        guard query.parameters.slots.isEmpty else {
            throw PostgresError(.misuse, "COPY takes no values")
        }
        let result = try beginPlainExchange(query.sql)
        guard result.status == expected else {
            if [PGRES_COPY_IN, PGRES_COPY_OUT].contains(result.status) {
                close()
            } else {
                _ = try finishPlainExchange(first: result)
            }
            throw PostgresError(.misuse, "the statement is no COPY in this direction")
        }
    }

    /// Ends the COPY with an error, so that nothing of it is stored.
    ///
    /// - Throws: what the server said when it had ended the COPY itself; `.connectionLost`.
    private func abortCopy(wasRefused: Bool) throws(PostgresError) {
        PQputCopyEnd(handle.pointer, "aborted by the client")
        do throws(PostgresError) {
            _ = try finishPlainExchange(first: nil)
        } catch {
            // Anything else is the server's acknowledgement of the abort.
            if wasRefused || error.isConnectionLost {
                throw error
            }
        }
    }

    private func endCopy(wasRefused: Bool) throws(PostgresError) -> Int {
        roundTrips += 1
        PQputCopyEnd(handle.pointer, nil)
        return try finishPlainExchange(first: nil).affectedRows
    }
}
