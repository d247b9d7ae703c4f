import Application
import Cluster
import Domain
import Postgres
import TestSupport
import Testing
import TownSupport

@Suite struct DiskFullTests {
    @Test(arguments: Language.allCases)
    func `a full disk is said in one sentence, and is nobody's fault at the keyboard`(
        language: Language
    ) async throws {
        try await Town.with { town in
            let owner = try await town.database.connect(as: .owner)
            let error = await #expect(throws: PostgresError.self) {
                try await owner.execute(
                    "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
                )
            }
            await owner.close()
            let failure = Failure.database(try #require(error))

            #expect(failure.isServerGone)
            #expect(!failure.sentence(in: language).contains("53100"))
            #expect(
                failure.sentence(in: language).contains(language == .fr ? "plein" : "is full")
            )
        }
    }
}
