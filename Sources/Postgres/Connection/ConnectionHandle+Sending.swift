import CLibPQ

extension ConnectionHandle {
    /// Queues the preparation of a statement.
    ///
    /// False when libpq could not.
    func sendPreparation(of query: Query, as name: String) -> Bool {
        let types = query.parameters.slots.map(\.type.rawValue)
        return PQsendPrepare(pointer, name, query.sql, Int32(types.count), types) == 1
    }

    /// Queues a prepared statement with its values.
    func sendExecution(of query: Query, preparedAs name: String) -> Bool {
        let count = Int32(query.parameters.slots.count)
        return query.parameters.withArguments { values, lengths, formats in
            PQsendQueryPrepared(pointer, name, count, values, lengths, formats, 0) == 1
        }
    }

    /// Queues a statement with its values, prepared for this once.
    func sendExecution(of query: Query) -> Bool {
        let types = query.parameters.slots.map(\.type.rawValue)
        return query.parameters.withArguments { values, lengths, formats in
            PQsendQueryParams(
                pointer,
                query.sql,
                Int32(types.count),
                types,
                values,
                lengths,
                formats,
                0
            ) == 1
        }
    }

    /// Queues the end of an exchange, up to which everything is one transaction, and sends what is queued.
    func sendSync() -> Bool {
        PQpipelineSync(pointer) == 1
    }

    /// Pipeline mode lets several statements travel together; COPY and the simple protocol work outside it only.
    func setPipelining(_ isOn: Bool) -> Bool {
        (isOn ? PQenterPipelineMode(pointer) : PQexitPipelineMode(pointer)) == 1
    }
}

extension ConnectionHandle {
    /// Queues the end of a prepared statement.
    ///
    /// The name is one that the cache made.
    func sendDeallocation(of name: String) -> Bool {
        PQsendQueryParams(pointer, "DEALLOCATE \(name)", 0, nil, nil, nil, nil, 0) == 1
    }
}

extension ConnectionHandle {
    /// Sends a text of statements by the simple protocol.
    func sendText(_ sql: String) -> Bool {
        PQsendQuery(pointer, sql) == 1
    }
}
