import CLibPQ

/// One message of a pipeline, for which the server will answer.
enum Message {
    case deallocation
    case preparation(StatementCache.Key, name: String)
    case execution
}

extension ConnectionHandle {
    /// Sends statements that travel together, up to and including their Sync: one transaction, unless one is open.
    ///
    /// Statements new to the connection are prepared on the way, and count as prepared for what is sent after them.
    ///
    /// - Parameters:
    ///   - batch: the statements.
    ///   - statements: what is prepared on this connection.
    ///   - isPrepared: false sends them unprepared, for a batch whose preparation failed.
    /// - Returns: the messages sent, in order; nil when the connection did not take them.
    func send(
        _ batch: [Query],
        _ statements: inout StatementCache,
        isPrepared: Bool = true
    ) -> [Message]? {
        var messages: [Message] = []
        // In a failed transaction anything but its end fails, and would take the end with it.
        if transactionStatus != PQTRANS_INERROR {
            for name in statements.takeEvicted() {
                guard sendDeallocation(of: name) else {
                    return nil
                }
                messages.append(.deallocation)
            }
        }
        for query in batch {
            let isSent =
                isPrepared && statements.isEnabled
                ? sendPrepared(query, &statements, &messages) : sendExecution(of: query)
            guard isSent else {
                return nil
            }
            messages.append(.execution)
        }
        return sendSync() ? messages : nil
    }

    private func sendPrepared(
        _ query: Query,
        _ statements: inout StatementCache,
        _ messages: inout [Message]
    ) -> Bool {
        let key = StatementCache.Key(query)
        let statement = statements.use(key)
        if !statement.isPrepared {
            guard sendPreparation(of: query, as: statement.name) else {
                return false
            }
            statements.markPrepared(key)
            messages.append(.preparation(key, name: statement.name))
        }
        return sendExecution(of: query, preparedAs: statement.name)
    }
}
