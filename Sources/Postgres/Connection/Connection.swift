import CLibPQ

/// One connection to a server, with a thread of its own on which every call blocks.
///
/// Its methods are synchronous. Code that holds it as an `isolated` parameter calls them without `await`, so a whole
/// transaction runs on the connection's thread and nothing else can slip in between two statements.
///
/// A task that is cancelled while it waits makes the server cancel, and the call throws `.cancelled`; the connection
/// stays usable.
public actor Connection {
    private let thread = ThreadOwnership()
    var handle = ConnectionHandle()
    var statements: StatementCache
    /// Statements that travel with the next one: a transaction's beginning, a savepoint.
    var pending: [Query] = []
    var hasPendingBegin = false
    var isPipelining = false
    var savepointDepth = 0

    /// How many times this connection waited for an answer of the server.
    public internal(set) var roundTrips = 0

    public nonisolated var unownedExecutor: UnownedSerialExecutor {
        thread.executor.asUnownedSerialExecutor()
    }

    private init(preparedStatementLimit: Int) {
        statements = StatementCache(limit: preparedStatementLimit)
    }

    /// Connects.
    ///
    /// Blocks the new connection's own thread for up to the connect timeout of each host; cancelling has no effect.
    ///
    /// - Throws: `.connectionFailed`.
    public static func open(
        _ settings: ConnectionSettings
    ) async throws(PostgresError) -> Connection {
        let connection = Connection(preparedStatementLimit: settings.preparedStatementLimit)
        try await connection.connect(settings)
        return connection
    }

    private func connect(_ settings: ConnectionSettings) throws(PostgresError) {
        try handle.connect(settings)
    }

    /// Closes.
    ///
    /// What was not committed is rolled back by the server; every later call throws
    /// `.connectionLost`.
    public func close() {
        handle.close()
        pending = []
        hasPendingBegin = false
    }

    /// False once the connection is lost or closed; it never becomes true again.
    public var isUsable: Bool { handle.isUsable }

    /// True from `begin` to the end of the transaction, failed ones included.
    public var isInTransaction: Bool {
        hasPendingBegin || (isUsable && handle.transactionStatus != PQTRANS_IDLE)
    }

    /// What the server said aside during the last call: notices and warnings, at most the last hundred.
    public var notices: [ServerReport] { handle.notices.notices }
}

extension Connection {
    /// All rows that a statement returns.
    public func rows(_ query: Query) throws(PostgresError) -> Rows {
        Rows(try run(query))
    }

    /// All rows that a statement returns; `work` runs on this thread while the server does its own.
    ///
    /// For a long run over many pieces: the next piece is made ready while the last one is written. `work` runs at most once,
    /// and not at all when the statement cannot be sent.
    public func rows(
        _ query: Query,
        meanwhile work: () -> Void
    ) throws(PostgresError) -> Rows {
        Rows(try run(query, meanwhile: work))
    }

    /// The one row that a statement returns.
    ///
    /// - Throws: `.unexpectedRowCount` when there is none or more than one.
    public func row(_ query: Query) throws(PostgresError) -> Row {
        let rows = try rows(query)
        guard rows.count == 1, let row = rows.first else {
            throw PostgresError(.unexpectedRowCount(rows.count), "exactly one row was expected")
        }
        return row
    }

    /// The row that a statement returns, or nil when it returns none.
    ///
    /// - Throws: `.unexpectedRowCount` when there is more than one.
    public func optionalRow(_ query: Query) throws(PostgresError) -> Row? {
        let rows = try rows(query)
        guard rows.count <= 1 else {
            throw PostgresError(.unexpectedRowCount(rows.count), "at most one row was expected")
        }
        return rows.first
    }

    /// Runs a statement for its effect.
    ///
    /// - Returns: how many rows it inserted, updated, deleted or selected.
    @discardableResult
    public func execute(_ query: Query) throws(PostgresError) -> Int {
        try run(query).affectedRows
    }
}
