import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct PublishingTests {
    @Test func `the next grid ends the one before, and derived kinds are in it`() async throws {
        try await Town.atTheCounter { town in
            let tomorrow = try await town.today().adding(days: 1)
            let rows = [
                PublishPriceGrid.Row(kind: .desktopSet, grade: "A", cents: [100_00]),
                PublishPriceGrid.Row(kind: .monitor, grade: "A", cents: [30_00]),
            ]
            let published = try await town.application.perform(
                PublishPriceGrid(grid: "NEXT", from: tomorrow, rows: rows),
                as: town.dan
            )
            let now = try await town.application.ask(ShowGrid(), as: town.ana)
            let next = try await town.application.ask(ShowGrid(day: tomorrow), as: town.ana)

            #expect(published.entries == 5)
            #expect(now.grid == "FR-DEMO-2026")
            #expect(now.until == tomorrow.adding(days: -1))
            #expect(next.grid == "NEXT")
            let tower = next.rows.first { $0.kind == .desktopTower }
            #expect(tower?.cents == [70_00])
            #expect(tower?.capCents == 120_00)
        }
    }

    @Test func `a grid does not begin on a day on which another was in force`() async throws {
        try await Town.atTheCounter { town in
            let yesterday = try await town.today().adding(days: -1)
            let rows = [PublishPriceGrid.Row(kind: .laptop, grade: "A", cents: [1_00])]

            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    PublishPriceGrid(grid: "LATE", from: yesterday, rows: rows),
                    as: town.dan
                )
            }
            let named = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    PublishPriceGrid(grid: "FR-DEMO-2026", rows: rows),
                    as: town.dan
                )
            }

            #expect(failure?.refusal?.code == .backDated)
            #expect(named?.refusal?.code == .ruleAlreadyPublished)
        }
    }

    @Test func `a price that changed meanwhile sells nothing`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let voucher = try await town.voucher()

            let failure = await #expect(throws: Failure.self) {
                try await town.sell(laptop, on: voucher, cents: 70_00)
            }

            let refusal = try #require(failure?.refusal)
            #expect(refusal.code == .priceChanged)
            #expect(refusal.facts["current"] == "80.00")
            #expect(refusal.facts["device"] == laptop.text)
        }
    }
}
