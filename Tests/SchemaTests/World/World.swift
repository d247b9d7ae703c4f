import Application
import Cluster
import Domain
import Postgres
import Schema
import Store
import TestSupport
import TownSupport

/// A small world in plain SQL: organisation 1 with devices in every situation that matters, organisation 2 next door.
///
/// Everything in it came through the doors, so that an attack starts from what can really be.
enum World {
    /// A migrated database with the world in it.
    static func template() throws -> TestTemplate {
        let schema = try Town.schema()
        let key = try Town.secrets().signing
        let texts = [verbs, rows, people, devices, neighbour]
        return TestTemplate(
            fingerprint: try Migrator.fingerprint(of: schema) + texts.joined() + "world 1",
            prepare: { database in
                let owner = try await database.connect(as: .owner)
                _ = try await Migrator(schema: schema, key: key).migrate(owner)
                for founding in [home, next] {
                    _ = try await founding.found(in: owner, key: key, now: 4_000_000_000)
                }
                try await build(in: owner, key: key)
                await owner.close()
            }
        )
    }

    /// Lends a world to a test of its own.
    static func with<R>(_ body: (TestDatabase) async throws -> R) async throws -> R {
        try await TestDatabase.with(template(), body)
    }

    private static func build(in db: isolated Connection, key: SigningKey) throws {
        try db.script("BEGIN; \(ana.claims(key))")
        try db.script("CREATE SCHEMA world; \(verbs); \(rows); \(opening); \(people); COMMIT")
        try db.script("BEGIN; \(ana.claims(key)); \(devices); COMMIT")
        try db.script("BEGIN; \(eve.claims(key)); \(neighbour); COMMIT")
    }

    /// The world's words may be spoken by every login: what they do inside still needs its own rights.
    private static let opening = """
        GRANT USAGE ON SCHEMA world TO moulin_main, moulin_social, moulin_public;
        GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA world TO moulin_main, moulin_social, moulin_public
        """

    static let ana = Speaker(organisation: 1, person: 1)
    /// Of the organisation next door.
    static let eve = Speaker(organisation: 2, person: 5)

    private static let home = Founding(
        organisation: 1,
        name: "La Ressourcerie d'Issy",
        founders: [
            .init(login: "ana", name: "Ana Martin", roles: [.intake, .shop]),
            .init(login: "bea", name: "Béa Durand", roles: [.socialAgent]),
            .init(login: "cid", name: "Cid Roux", roles: [.socialApprover]),
            .init(login: "dan", name: "Dan Petit", roles: [.admin, .auditor]),
        ]
    )
    private static let next = Founding(
        organisation: 2,
        name: "Les Voisins",
        founders: [.init(login: "eve", name: "Ève Blanc", roles: [.intake])]
    )
}

extension Speaker {
    /// The prologue of a signed transaction as text, for scripts.
    func claims(_ key: SigningKey, until expiry: Int64 = 4_000_003_600) -> String {
        let claims = "\(organisation):\(person):-:\(expiry)"
        let signature = Digest.hex(Digest.hmac(Array(claims.utf8), key: key.bytes))
        return """
            SELECT set_config('moulin.org', '\(organisation)', true), set_config('moulin.claims', '\(claims)', true),
                   set_config('moulin.signature', '\(signature)', true)
            """
    }
}
