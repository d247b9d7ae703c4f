import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct StatisticsTests {
    private func family(_ number: Int) -> EnterApplication.Adult {
        EnterApplication.Adult(
            familyName: "Famille \(number)",
            givenName: "Ada",
            bornOn: Day(number: 5_000 + number)
        )
    }

    @Test func `a year is counted once it is over, and its small counts are hidden`() async throws {
        try await Town.atTheCounter { town in
            let year = try await town.today().year
            for number in 0..<6 { _ = try await town.approved(adults: [family(number)]) }
            for number in 6..<8 { _ = try await town.refused(adults: [family(number)]) }
            let early = await #expect(throws: Failure.self) {
                try await town.application.ask(SocialStatistics(year: year), as: town.dan)
            }
            try await town.makeTimePass(
                "UPDATE social.decision SET decided_on = decided_on - interval '1 year'"
            )

            let shown = try await town.application.ask(
                SocialStatistics(year: year - 1),
                as: town.dan
            )

            #expect(early?.refusal?.code == .periodNotOver)
            #expect(shown.total == 8)
            #expect(
                shown.rows.map { "\($0.part) \($0.cell) \($0.count.map { String($0) } ?? "–")" }
                    == ["outcome approved Q3 –", "outcome refused –", "persons 1 8"]
            )
        }
    }

    @Test func `who objects is not counted, and who is erased still is`() async throws {
        try await Town.atTheCounter { town in
            let year = try await town.today().year
            var numbers: [Int64] = []
            for number in 0..<7 {
                numbers.append(try await town.approved(adults: [family(number)]).application)
            }
            let objecting = try await town.household(of: numbers[0])
            let leaving = try await town.household(of: numbers[1])
            _ = try await town.application.perform(
                RecordObjection(household: objecting, purpose: .statistics, objects: true),
                as: town.bea
            )
            try await town.makeTimePass(
                """
                UPDATE social.decision SET decided_on = decided_on - interval '1 year';
                UPDATE core.voucher_term SET during = tstzrange(lower(during) - interval '1 year', now() - interval '1 day')
                """
            )
            _ = try await town.application.perform(
                EraseHousehold(household: leaving),
                as: town.dan
            )

            let shown = try await town.application.ask(
                SocialStatistics(year: year - 1),
                as: town.dan
            )

            #expect(shown.total == 6)
            #expect(shown.rows.map(\.count) == [6, 6])
        }
    }
}
