import Application
import Cluster
import Domain
import Postgres
import TestSupport
import Testing
import TownSupport

/// Answers are kept under their keys for ever, longer than the form in which a version tells them.
@Suite struct OlderAnswerTests {
    @Test func `an answer that cannot be read any more is refused, and nothing is done twice`()
        async throws
    {
        try await Town.with { town in
            let command = AddSite(site: "Moulin")
            let first = try await town.application.perform(command, as: town.ana, key: "k")
            let db = try await town.database.connect(as: .superuser)
            try await db.script("UPDATE core.idempotency SET outcome = '{\"name\": \"Moulin\"}'")
            await db.close()

            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(command, as: town.ana, key: "k")
            }

            guard case .refused(let refusal) = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(first.site == "Moulin")
            #expect(refusal.code == .doneByAnOlderVersion)
            #expect(refusal.facts["key"] == "k")
        }
    }
}
