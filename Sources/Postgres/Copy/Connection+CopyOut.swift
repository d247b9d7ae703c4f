import CLibPQ

extension Connection {
    /// Streams rows out: `COPY … TO STDOUT`.
    ///
    /// - Parameters:
    ///   - query: the statement; it takes no values.
    ///   - chunk: receives the bytes in the format that the statement names, about a row at a time, valid during the call
    ///     only. The server waits while it works. An error that it throws ends the COPY and is thrown on; the connection
    ///     stays usable.
    /// - Returns: the number of rows.
    /// - Throws: what `chunk` throws, or what the server refuses.
    @discardableResult
    public func copyOut<E: ExpressibleByPostgresError>(
        _ query: Query,
        chunk: (UnsafeRawBufferPointer) throws(E) -> Void
    ) throws(E) -> Int {
        try E.catching { () throws(PostgresError) in try beginCopy(query, PGRES_COPY_OUT) }
        do throws(E) {
            while let bytes = handle.nextCopyData() {
                try chunk(bytes.bytes)
            }
        } catch {
            try E.catching { () throws(PostgresError) in try abandonCopyOut() }
            throw error
        }
        return try E.catching { () throws(PostgresError) in
            try finishPlainExchange(first: nil).affectedRows
        }
    }

    /// Makes the server stop, and reads past what it had sent by then.
    private func abandonCopyOut() throws(PostgresError) {
        handle.requestCancel()
        while handle.nextCopyData() != nil {}
        do throws(PostgresError) {
            _ = try finishPlainExchange(first: nil)
        } catch {
            // Anything else is the server's acknowledgement of the cancel.
            if error.isConnectionLost {
                throw error
            }
        }
    }
}
