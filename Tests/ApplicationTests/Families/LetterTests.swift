import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct LetterTests {
    @Test(arguments: Language.allCases)
    func `a refusal is told with its reason and the way to appeal, never with a figure`(
        language: Language
    ) async throws {
        try await Town.atTheCounter { town in
            let number = try await town.refused()
            let writing = IssueDecisionLetter(application: number, language: language)

            let issued = try await town.application.perform(writing, as: town.bea)
            let again = try await town.application.perform(writing, as: town.bea)
            let letter = try await town.application.ask(
                ShowDecisionLetter(application: number, language: language),
                as: town.bea
            )

            let text = letter.paragraphs.joined(separator: "\n")
            let until = try await town.today().adding(months: 2).formatted(in: language)
            #expect(issued.isNew)
            #expect(!again.isNew)
            #expect(letter.letter == "DEC-\(number)-1")
            #expect(letter.recipient == ["Zoé Dupré-Legrand"])
            #expect(text.contains(BuyerRefusalReason.incomeAboveCeiling.label(in: language)))
            #expect(text.contains(until))
            #expect(text.contains("FR-DEMO-2026"))
            #expect(!text.contains("1300") && !text.contains("1 300") && !text.contains("1,300"))
        }
    }

    @Test func `the paper of a letter says what the letter says`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.refused()
            _ = try await town.application.perform(
                IssueDecisionLetter(application: number),
                as: town.bea
            )
            let drawer = town.drawer()

            let pdf = try await drawer.decisionLetter(of: number, in: .fr, as: town.bea)
            let same = try await drawer.decisionLetter(of: number, in: .fr, as: town.bea)
            let text = try text(ofPDF: pdf)

            #expect(pdf == same)
            #expect(text.contains("DEC-\(number)-1"))
            #expect(text.contains("Elle a été refusée"))
            let failure = await #expect(throws: PaperFailure.self) {
                try await drawer.decisionLetter(of: number, in: .fr, as: town.ana)
            }
            #expect(failure != nil)
        }
    }

    @Test func `nothing is written of what is not decided`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application()

            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    IssueDecisionLetter(application: number),
                    as: town.bea
                )
            }

            #expect(failure?.refusal?.code == .notDecidedYet)
        }
    }

    @Test func `an approval is told with its voucher`() async throws {
        try await Town.atTheCounter { town in
            let (number, voucher) = try await town.approved()
            _ = try await town.application.perform(
                IssueDecisionLetter(application: number, language: .en),
                as: town.bea
            )

            let letter = try await town.application.ask(
                ShowDecisionLetter(application: number, language: .en),
                as: town.bea
            )

            let text = letter.paragraphs.joined(separator: "\n")
            #expect(text.contains(voucher.text))
            #expect(!text.contains("appeal"))
        }
    }
}
