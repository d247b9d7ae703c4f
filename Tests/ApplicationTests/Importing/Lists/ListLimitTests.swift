import Application
import Domain
import Importing
import Testing
import TownSupport

/// What a list may not do to the process, to its other rows, and to what nobody else should read.
@Suite struct ListLimitTests {
    @Test func `a list of families without a heading names nobody`() async throws {
        try await Town.with { town in
            let failure = await #expect(throws: Failure.self) {
                try await town.importing(
                    HouseholdList.self,
                    "Dupont;Marie;25/03/1984;3\nMartin;Paul;02/11/1982;2\n"
                )
            }

            guard case .file(let refusal) = failure else {
                Issue.record("not refused as a file")
                return
            }
            let told = refusal.sentence.fr + refusal.sentence.en
            #expect(refusal.code == "no_heading")
            for word in ["Dupont", "Marie", "1984"] { #expect(!told.contains(word), "\(word)") }
            #expect(refusal.sentence.en.contains("--heading"))
        }
    }

    @Test func `what becomes of a second column is told as it is`() async throws {
        try await Town.with { town in
            let list = "Raison sociale;Type;Téléphone;Tél\nAteliers du Val;Entreprise;0146420000;\n"

            let outcome = try await town.importing(DonorList.self, list)

            let remarks = outcome.report.outline.remarks.map(\.en)
            #expect(remarks == ["Column 4 \"Tél\": read where column 3 is silent."])
        }
    }
}
