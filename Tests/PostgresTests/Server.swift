import Cluster
import Postgres
import TestSupport
import Testing

/// The server that the tests speak to.
enum Server {
    /// The connection string of a superuser, who makes and drops databases.
    static func conninfo() async throws -> String {
        try await TestServer.shared.conninfo(for: .superuser, database: "postgres")
    }

    static func open(
        preparedStatementLimit: Int = 256,
        statementTimeout: Duration? = nil
    ) async throws -> Connection {
        try await Connection.open(
            ConnectionSettings(
                await conninfo(),
                applicationName: "postgres tests",
                statementTimeout: statementTimeout,
                preparedStatementLimit: preparedStatementLimit
            )
        )
    }

    /// Lends a connection to `body`, which runs on the connection's own thread.
    @discardableResult
    static func connected<R: Sendable>(
        preparedStatementLimit: Int = 256,
        statementTimeout: Duration? = nil,
        _ body: @Sendable (isolated Connection) async throws -> R
    ) async throws -> R {
        let connection = try await open(
            preparedStatementLimit: preparedStatementLimit,
            statementTimeout: statementTimeout
        )
        let answer = try await body(connection)
        await connection.close()
        return answer
    }
}

extension Connection {
    /// True when the connection still answers, with the right answer.
    func answers() throws -> Bool {
        let row = try row("SELECT 41 + 1 AS answer")
        return try row.decode("answer", as: Int.self) == 42
    }
}

extension Server {
    /// Makes a database for `body` and drops it afterwards.
    ///
    /// Its name starts with `pgt_`.
    static func withDatabase(
        _ name: StaticString,
        _ body: (ConnectionSettings) async throws -> Void
    ) async throws {
        let drop = "DROP DATABASE IF EXISTS \(name) WITH (FORCE)"
        let owner = try await open()
        try await owner.script(drop)
        try await owner.script("CREATE DATABASE \(name)")
        do {
            try await body(ConnectionSettings("\(await conninfo()) dbname=\(name)"))
        } catch {
            try await owner.script(drop)
            throw error
        }
        try await owner.script(drop)
        await owner.close()
    }
}
