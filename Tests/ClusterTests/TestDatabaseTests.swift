import Cluster
import Postgres
import Synchronization
import Testing

@testable import TestSupport

@Suite struct TestDatabaseTests {
    private static let workshop = TestTemplate(fingerprint: "workshop 1") { database in
        let owner = try await database.connect(as: .owner)
        _ = try await owner.script(
            "CREATE TABLE device (code text PRIMARY KEY); INSERT INTO device VALUES ('M-1')"
        )
        await owner.close()
    }

    @Test func `two clones of a template begin alike and go their own ways`() async throws {
        try await TestDatabase.with(Self.workshop) { first in
            try await TestDatabase.with(Self.workshop) { second in
                let changed = try await first.connect(as: .owner)
                _ = try await changed.execute("DELETE FROM device")

                let untouched = try await second.connect(as: .owner)
                let row = try await untouched.row("SELECT code FROM device")

                #expect(try row.decode("code", as: String.self) == "M-1")
            }
        }
    }

    @Test func `a template is made once for all who ask at the same moment`() async throws {
        let makings = Mutex(0)
        let template = TestTemplate(fingerprint: "counted \(UInt64.random(in: 0 ... .max))") { _ in
            makings.withLock { $0 += 1 }
        }

        try await withThrowingTaskGroup { group in
            for _ in 0..<4 { group.addTask { try await TestDatabase.with(template) { _ in } } }
            try await group.waitForAll()
        }

        #expect(makings.withLock { $0 } == 1)
    }

    @Test func `a clone has its template's privileges, not PostgreSQL's defaults`() async throws {
        let generous = TestTemplate(fingerprint: "generous 1") { database in
            let owner = try await database.connect(as: .owner)
            _ = try await owner.script(
                """
                GRANT TEMPORARY ON DATABASE \(database.name) TO moulin_main;
                ALTER DATABASE \(database.name) SET work_mem = '7MB'
                """
            )
            await owner.close()
        }

        let facts = try await TestDatabase.with(generous) { database in
            let main = try await database.connect(as: .main)
            let row = try await main.row(
                """
                SELECT has_database_privilege('moulin_main', current_database(), 'TEMPORARY') AS main,
                       has_database_privilege('moulin_social', current_database(), 'TEMPORARY') AS social,
                       current_setting('work_mem') AS memory
                """
            )
            return [
                "\(try row.decode("main", as: Bool.self))",
                "\(try row.decode("social", as: Bool.self))",
                try row.decode("memory", as: String.self),
            ]
        }

        #expect(facts == ["true", "false", "7MB"])
    }

    @Test func `a database goes with its test, even with one that fails and stays connected`()
        async throws
    {
        struct Surprise: Error {}
        let name = Mutex("")

        await #expect(throws: Surprise.self) {
            try await TestDatabase.with { database in
                name.withLock { $0 = database.name }
                _ = try await database.connect(as: .owner)
                throw Surprise()
            }
        }

        let dropped = try #require(DatabaseName(name.withLock { $0 }))
        #expect(try await exists(dropped) == false)
    }

    @Test(arguments: ["moulin", "postgres", "moulin_test", "moulin_test_A", "moulin_test_a;b", ""])
    func `nothing but a test's database can be dropped`(name: String) {
        #expect(DatabaseName(name) == nil)
    }

    @Test func `a dead run's databases are swept, a living run's stay`() async throws {
        let server = try await TestServer.shared
        let dead = try #require(DatabaseName("moulin_test_run_0badcafe_1"))
        let draft = DatabaseName.draft("00000000deadbeef")
        try await server.administer { connection in
            try connection.drop(dead)
            try connection.create(dead)
            try connection.drop(draft)
            try connection.create(draft)
        }
        let living = try await TestRun.begin(
            superuser: server.conninfo(for: .superuser, database: "postgres")
        )
        let kept = DatabaseName.database(of: living, number: 1)
        try await server.administer { try $0.create(kept) }

        try await server.administer { try $0.sweep(lockedBy: server.run) }

        #expect(try await exists(dead) == false)
        #expect(try await exists(draft) == false)
        #expect(try await exists(kept))
        try await server.administer { try $0.drop(kept) }
    }

    @Test func `two runs at the same moment have a server each`() async throws {
        _ = try await TestServer.shared

        let other = try await PrivateTestServer.start()
        let third = try await PrivateTestServer.start()

        #expect(other.location != third.location)
        try await other.stop()
        try await third.stop()
    }

    private func exists(_ name: DatabaseName) async throws -> Bool {
        try await TestServer.shared.administer { try $0.hasDatabase(name) }
    }
}
