public import Cluster
import Glibc
public import Postgres

/// The PostgreSQL server of this test run.
///
/// `MOULIN_TEST_SERVER` names one (the connection string, in key='value' form, of a superuser on a server that
/// trusts local logins); without it the run has a private server of its own, which ends with it.
public struct TestServer: Sendable {
    /// The connection string of a superuser, to which other keys may be appended: the last one counts.
    private let superuser: String
    /// Distinguishes the databases of this run from those of others on the same server.
    let run: TestRun
    let templates: TemplateStore

    private static let starting = Task { try await start() }

    /// Started by the first test that asks.
    public static var shared: TestServer {
        get async throws { try await starting.value }
    }

    private static func start() async throws -> TestServer {
        let superuser: String
        if let named = ClusterLocation.environmentVariable("MOULIN_TEST_SERVER"), !named.isEmpty {
            superuser = named
        } else {
            superuser = try await PrivateTestServer.start().conninfo(for: .superuser)
        }
        let run = try await TestRun.begin(superuser: superuser + " dbname='postgres'")
        let server = TestServer(superuser: superuser, run: run, templates: TemplateStore())
        try await server.administer { connection in
            try connection.createLogins()
            try connection.sweep(lockedBy: run)
        }
        return server
    }

    /// The connection string of a login for a database.
    public func conninfo(for login: Login, database: String) -> String {
        let user = login == .superuser ? "" : " user='\(login.role)'"
        // All suites begin at once: on a small machine the last of them wait long for the server.
        return superuser + user + " dbname='\(database)' connect_timeout='120'"
    }

    /// Lends a superuser's connection to the database `postgres`, which nobody clones and nobody drops.
    public func administer<Answer: Sendable>(
        _ body: @Sendable (isolated Connection) async throws -> Answer
    ) async throws -> Answer {
        let settings = ConnectionSettings(
            conninfo(for: .superuser, database: "postgres"),
            applicationName: "moulin tests: administration",
            preparedStatementLimit: 0
        )
        let connection = try await Connection.open(settings)
        do {
            let answer = try await body(connection)
            await connection.close()
            return answer
        } catch {
            await connection.close()
            throw error
        }
    }
}
