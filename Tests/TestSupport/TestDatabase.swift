public import Cluster
public import Postgres
import Synchronization

/// A database of a test's own, cloned from a template in about 0.1 s.
public struct TestDatabase: Sendable {
    private let databaseName: DatabaseName
    private let server: TestServer

    init(name: DatabaseName, server: TestServer) {
        databaseName = name
        self.server = server
    }

    public var name: String { databaseName.text }

    /// The connection string of a login for this database.
    public func conninfo(for login: Login) -> String {
        server.conninfo(for: login, database: name)
    }

    /// Opens a connection; dropping the database closes it.
    public func connect(as login: Login) async throws(PostgresError) -> Connection {
        let settings = ConnectionSettings(conninfo(for: login), applicationName: "moulin tests")
        return try await Connection.open(settings)
    }

    /// Lends a new database to a test and drops it afterwards, whatever the test does.
    public static func with<Answer>(
        _ template: TestTemplate = .empty,
        _ body: (TestDatabase) async throws -> Answer
    ) async throws -> Answer {
        let database = try await create(template)
        do {
            let answer = try await body(database)
            try await database.drop()
            return answer
        } catch {
            try? await database.drop()
            throw error
        }
    }

    private static let numbers = Mutex(0)

    /// Makes a database for a suite that drops it itself; a dead run's are dropped by a later run.
    public static func create(_ template: TestTemplate = .empty) async throws -> TestDatabase {
        let server = try await TestServer.shared
        let source = try await server.templates.name(of: template, on: server)
        let number = numbers.withLock { number in
            number += 1
            return number
        }
        let name = DatabaseName.database(of: server.run, number: number)
        try await server.administer { connection in
            try connection.create(name, from: source)
            try connection.copyPrivileges(from: source, to: name)
        }
        return TestDatabase(name: name, server: server)
    }

    /// Drops the database and ends whoever is still connected to it.
    public func drop() async throws {
        let name = databaseName
        try await server.administer { try $0.drop(name) }
    }

    /// Gives the logins what the bootstrap of a private cluster gives them.
    func openToLogins() async throws {
        let connection = try await connect(as: .superuser)
        let owner = Login.owner.role
        _ = try await connection.script(
            """
            ALTER SCHEMA public OWNER TO \(owner);
            REVOKE ALL ON DATABASE \(name) FROM PUBLIC;
            GRANT CONNECT ON DATABASE \(name) TO \(Login.serving.map(\.role).joined(separator: ", "))
            """
        )
        await connection.close()
    }
}
