import Application
import Cluster
import Domain
import Importing
import Postgres
import Schema
import Store
import TestSupport
import TownSupport

extension World {
    /// Administrator and auditor.
    static let dan = Speaker(organisation: 1, person: 4)

    /// The two verbs over a world.
    static func application(_ database: TestDatabase) throws -> Application {
        let schema = try Town.schema()
        return Application(
            main: Pool(ConnectionSettings(database.conninfo(for: .main))),
            social: Pool(ConnectionSettings(database.conninfo(for: .social))),
            everybody: Pool(ConnectionSettings(database.conninfo(for: .everybody))),
            map: try LifecycleMap(states: schema.states.text, steps: schema.steps.text),
            secrets: try Town.secrets(),
            lists: { ImportReference(shipped: schema) }
        )
    }

    /// The prologue of a signed transaction, as text.
    static func claims(of speaker: Speaker = ana) throws -> String {
        speaker.claims(try Town.secrets().signing)
    }
}

extension TestDatabase {
    /// Runs a text as the superuser, in one signed transaction.
    func tamper(_ sql: String) async throws {
        let db = try await connect(as: .superuser)
        try await db.script("BEGIN; \(World.claims()); \(sql); COMMIT")
        await db.close()
    }
}
