import Application
import Cluster
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

/// Who speaks: claims that are not true claims of this service write nothing, and read nothing of the families.
@Suite struct ContextTests {
    enum Forgery: String, CaseIterable, Sendable {
        case unsigned, forged, edited, expired
        case replayed = "replayed for another organisation"

        func prologue() throws -> String {
            let key = try Town.secrets().signing
            let honest = World.ana.claims(key)
            switch self {
            case .unsigned: return "SELECT set_config('moulin.org', '1', true)"
            case .forged:
                return World.ana.claims(try #require(SigningKey([UInt8](repeating: 8, count: 32))))
            case .edited: return honest.replacing("1:1:-", with: "1:4:-")
            case .expired: return World.ana.claims(key, until: 1_000_000_000)
            case .replayed: return honest.replacing("'moulin.org', '1'", with: "'moulin.org', '2'")
            }
        }
    }

    @Test(arguments: Forgery.allCases)
    func `claims that are not true open no door`(_ forgery: Forgery) async throws {
        try await World.with { database in
            let main = try await database.connect(as: .main)
            let social = try await database.connect(as: .social)

            let door = await main.refusal(
                of: "SELECT world.received(1)",
                after: try forgery.prologue()
            )
            let incomes = try await social.count(
                of: "social.evidence",
                after: try forgery.prologue()
            )

            #expect(door == "context_not_signed")
            // What is replayed elsewhere still reads where it was signed for, on the login of the social services.
            #expect(incomes == (forgery == .replayed ? 3 : 0))
        }
    }

    @Test(arguments: [Forgery.unsigned, .forged, .edited, .expired])
    func `claims that are not true write no row`(_ forgery: Forgery) async throws {
        try await World.with { database in
            let main = try await database.connect(as: .main)

            let refusal = await main.refusal(
                of:
                    "INSERT INTO core.donor (org_id, kind, name) VALUES (1, 'individual', 'Mallory')",
                after: try forgery.prologue()
            )

            #expect(refusal == "42501")
        }
    }

    @Test func `a session of one login cannot become another`() async throws {
        try await World.with { database in
            for (login, other) in [(Login.main, Login.social), (.social, .main), (.main, .owner)] {
                let db = try await database.connect(as: login)

                #expect(
                    await db.refusal(of: "SET ROLE \(other.role)", after: "SELECT 1") == "42501"
                )
                #expect(
                    await db.refusal(
                        of: "SET SESSION AUTHORIZATION \(other.role)",
                        after: "SELECT 1"
                    )
                        == "42501"
                )
            }
        }
    }

    @Test func `a function in a condition sees no row of others`() async throws {
        try await World.with { database in
            let db = try await database.connect(as: .main)
            try await db.script("BEGIN; \(World.claims()); SELECT core.open_device_staging()")
            // Fails at the first row whose organisation is not 1, if such a row ever reaches it.
            try await db.script(
                "SELECT count(*) FROM core.device WHERE (1 / (CASE WHEN org_id = 1 THEN 1 ELSE 0 END)) = 1"
            )
            await db.close()
        }
    }

    @Test func `an error tells no value of a column that may not be read`() async throws {
        try await World.with { database in
            let db = try await database.connect(as: .main)
            let claims = try World.claims()
            do throws(PostgresError) {
                try await db.script(
                    """
                    BEGIN; \(claims);
                    INSERT INTO core.person (org_id, login, name, password_hash) VALUES (1, 'ana', 'Mallory', 'secret canary')
                    """
                )
                Issue.record("a second ana was added")
            } catch {
                #expect(error.constraintName == "login_once")
                #expect(error.report?.detail?.contains("secret canary") != true)
                #expect(!error.description.contains("canary"))
            }
            await db.close()
        }
    }
}

extension Connection {
    fileprivate func refusal(of sql: String, after prologue: String) -> String? {
        defer { rollback() }
        do throws(PostgresError) {
            try script("BEGIN; \(prologue)")
            try script(sql)
            return nil
        } catch {
            return error.constraintName ?? error.sqlState?.rawValue
        }
    }

    fileprivate func count(of table: String, after prologue: String) throws -> Int64 {
        defer { rollback() }
        try script("BEGIN; \(prologue)")
        let rows = try script("SELECT count(*) AS n FROM \(table)")
        return Int64(try rows.first?.decode("n", as: String.self) ?? "") ?? -1
    }
}
