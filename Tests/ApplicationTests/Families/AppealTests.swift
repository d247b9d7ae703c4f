import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct AppealTests {
    @Test func `a refusal is appealed until two months after it, and not a day later`() async throws
    {
        try await Town.atTheCounter { town in
            let early = try await town.refused()
            let late = try await town.refused(adults: [.max])
            try await town.makeTimePass(
                """
                UPDATE social.decision SET decided_on = (current_date - interval '2 months')::date + 1 WHERE application_id = \(early);
                UPDATE social.decision SET decided_on = (current_date - interval '2 months')::date - 4 WHERE application_id = \(late)
                """
            )

            let appealed = try await town.application.perform(
                AppealDecision(application: early, grounds: "perte d'emploi"),
                as: town.bea
            )
            let tooLate = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    AppealDecision(application: late),
                    as: town.bea
                )
            }

            #expect(appealed.status == .appealed)
            #expect(tooLate?.refusal?.code == .appealTooLate)
            #expect(try await town.status(of: late) == .refused)
        }
    }

    @Test func `an appeal that came by letter counts from the letter, not from the desk`()
        async throws
    {
        try await Town.atTheCounter { town in
            let number = try await town.refused()
            try await town.makeTimePass(
                "UPDATE social.decision SET decided_on = current_date - 80 WHERE application_id = \(number)"
            )
            let lodged = try await town.today().adding(days: -40)

            let appealed = try await town.application.perform(
                AppealDecision(application: number, lodgedOn: lodged),
                as: town.bea
            )

            #expect(appealed.status == .appealed)
        }
    }

    @Test(arguments: [1, -100])
    func `an appeal is neither of the future nor older than the refusal`(days: Int) async throws {
        try await Town.atTheCounter { town in
            let number = try await town.refused()
            let lodged = try await town.today().adding(days: days)

            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    AppealDecision(application: number, lodgedOn: lodged),
                    as: town.bea
                )
            }

            #expect(failure?.refusal?.code == .backDated)
        }
    }

    @Test func `a second refusal is final`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.refused()
            _ = try await town.application.perform(
                AppealDecision(application: number),
                as: town.bea
            )

            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.cid
            )
            let again = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    AppealDecision(application: number),
                    as: town.bea
                )
            }

            #expect(decided.outcome == "upheld")
            #expect(again?.refusal?.code == .applicationClosed)
        }
    }
}
