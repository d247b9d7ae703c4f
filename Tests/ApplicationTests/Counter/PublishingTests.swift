import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct PublishingTests {
    typealias Row = PublishPriceGrid.Row

    @Test func `the next grid ends the one before, and derived kinds are in it`() async throws {
        try await Town.atTheCounter { town in
            let tomorrow = try await town.today().adding(days: 1)
            let rows = [
                PublishPriceGrid.Row(
                    kind: .desktopSet,
                    grade: "A",
                    cents: [100_00, 110_00, 120_00, 130_00, 140_00]
                ),
                PublishPriceGrid.Row(
                    kind: .monitor,
                    grade: "A",
                    cents: [30_00, 31_00, 32_00, 33_00, 34_00]
                ),
            ]
            let published = try await town.application.perform(
                PublishPriceGrid(grid: "NEXT", from: tomorrow, rows: rows),
                as: town.dan
            )
            let now = try await town.application.ask(ShowGrid(), as: town.ana)
            let next = try await town.application.ask(ShowGrid(day: tomorrow), as: town.ana)

            #expect(published.entries == 25)
            #expect(now.grid == "FR-DEMO-2026")
            #expect(now.until == tomorrow.adding(days: -1))
            #expect(next.grid == "NEXT")
            let tower = next.rows.first { $0.kind == .desktopTower }
            #expect(tower?.cents == [70_00, 79_00, 88_00, 97_00, 106_00])
            #expect(tower?.capCents == 120_00)
        }
    }

    static let five: [Int64] = [1_00, 2_00, 3_00, 4_00, 5_00]

    @Test(arguments: [
        ([Row(.laptop, "A", five), Row(.laptop, "a", five)], "laptop a", "row 1"),
        ([Row(.laptop, "A", [1, 2, 3])], "laptop A", "5 prices"),
        ([Row(.laptop, "A", five), Row(.tablet, "B", five + [6_00, 7_00])], "tablet B", "has 7"),
        ([Row(.laptop, "A", [])], "laptop A", "each bracket"),
    ])
    func `a grid says each price once, and one for each bracket`(
        rows: [Row],
        row: String,
        why: String
    ) async throws {
        try await Town.atTheCounter { town in
            let tomorrow = try await town.today().adding(days: 1)
            let unreadable = await town.unreadable(
                PublishPriceGrid(grid: "NEXT", from: tomorrow, rows: rows)
            )

            #expect(unreadable?.text.contains(row) == true)
            #expect(unreadable?.expected.en.contains(why) == true)
        }
    }

    @Test func `a rule has a name, and caps are said once`() async throws {
        try await Town.atTheCounter { town in
            let tomorrow = try await town.today().adding(days: 1)
            let rows = [Row(.laptop, "A", Self.five)]
            let nameless = await town.unreadable(
                PublishPriceGrid(grid: " ", from: tomorrow, rows: rows)
            )
            let cap = PublishCaps.Cap(kind: .laptop, cents: 1)
            let twice = await town.unreadable(
                PublishCaps(caps: "C", from: tomorrow, rows: [cap, cap])
            )

            #expect(nameless?.expected.en == "the name of the rule")
            #expect(twice?.text == "rows.[1] (laptop)")
        }
    }

    @Test func `brackets of today are as many as the grid has prices`() async throws {
        try await Town.atTheCounter { town in
            let tomorrow = try await town.today().adding(days: 1)
            let six = [0, 100, 200, 300, 400, 500]
            let today = await town.unreadable(
                PublishBrackets(brackets: "SIX", floors: six, ceiling: 600)
            )
            _ = try await town.application.perform(
                PublishBrackets(brackets: "SIX", from: tomorrow, floors: six, ceiling: 600),
                as: town.dan
            )
            let grid = try await town.application.perform(
                PublishPriceGrid(
                    grid: "NEXT",
                    from: tomorrow,
                    rows: [Row(.laptop, "A", Self.five + [6_00])]
                ),
                as: town.dan
            )

            #expect(today?.expected.en.contains("5 brackets") == true)
            #expect(grid.entries == 6)
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

extension PublishPriceGrid.Row {
    fileprivate init(_ kind: DeviceType, _ grade: String, _ cents: [Int64]) {
        self.init(kind: kind, grade: grade, cents: cents)
    }
}

extension Town {
    /// What a command of the administrator's cannot be read for; nil when it can.
    fileprivate func unreadable(_ command: some Command) async -> Unreadable? {
        do throws(Failure) {
            _ = try await application.perform(command, as: dan)
            return nil
        } catch {
            guard case .unreadable(let unreadable) = error else { return nil }
            return unreadable
        }
    }
}
