import Application
import Cluster
import Store
import TestSupport
import Testing
import TownSupport

@Suite struct MigrationTests {
    @Test func `a second migration finds nothing to do`() async throws {
        try await Town.with { town in
            let owner = try await town.database.connect(as: .owner)

            let outcome = try await Migrator(schema: Town.schema(), key: town.secrets.signing)
                .migrate(owner)

            #expect(outcome.applied == [])
        }
    }
}
