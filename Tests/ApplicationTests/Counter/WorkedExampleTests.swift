import Application
import Cluster
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

@Suite(.serialized) struct WorkedExampleTests {
    @Test func `W01: a household of four with a quotient of 640`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application(
                persons: 4,
                children: 2,
                adults: [.zoe, .max]
            )
            let decided = try await town.decision(on: number, quotient: 640)
            let laptop = try #require(try await town.onTheShelf(grade: "B").first)
            let voucher = VoucherReference(try #require(decided.voucher))
            let quote = try await town.application.ask(
                QuotePrice(voucher: voucher, device: laptop),
                as: town.ana
            )

            let today = try await town.today()
            #expect(decided.outcome == "approved")
            #expect(decided.bracket == "Q3")
            #expect(decided.quotas?[.mainDevice] == 2)
            #expect(decided.quotas?[.monitor] == 1)
            #expect(decided.until == today.adding(days: 90))
            #expect(quote.priceCents == 80_00)
        }
    }

    @Test func `W01: a voucher of 10 November ends at the first instant of 9 February`()
        async throws
    {
        try await Town.atTheCounter { town in
            let number = try await town.application()
            let decided = try await town.decision(on: number, quotient: 640)
            let decision = try #require(Day(2026, 11, 10))
            let days = DayRange(from: decision, andDaysAfter: 90)
            let db = try await town.database.connect(as: .superuser)

            let text: String = try await db.row(
                """
                SELECT core.start_of(1, \(days.end.iso)::date)::text
                    || ' ' || core.last_day(1, core.start_of(1, \(days.end.iso)::date)) AS said
                """
            ).decode("said")
            let upper: String = try await db.row(
                """
                SELECT to_char(upper(t.during) AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD HH24:MI') AS upper
                  FROM core.voucher_term AS t
                """
            ).decode("upper")
            await db.close()

            #expect(text.hasSuffix("2027-02-08"))
            #expect(upper == "\(try await town.today().adding(days: 91).iso) 00:00")
            #expect(decided.until == (try await town.today()).adding(days: 90))
        }
    }

    @Test func `W04: a single beneficiary of the RSA buys a desktop set`() async throws {
        try await Town.atTheCounter { town in
            let number = try await town.application(kinds: [.desktopSet])
            let today = try await town.today()
            let proof = NoteProof(
                application: number,
                proof: .statusCertificate,
                datedOn: today.adding(days: -20)
            )
            _ = try await town.application.perform(proof, as: town.bea)
            _ = try await town.application.perform(
                SetEvidence(application: number, status: .rsa),
                as: town.bea
            )
            let decided = try await town.application.perform(
                DecideApplication(application: number),
                as: town.bea
            )
            let set = try #require(try await town.onTheShelf(kind: .desktopSet, grade: "A").first)
            let voucher = VoucherReference(try #require(decided.voucher))
            let quote = try await town.application.ask(
                QuotePrice(voucher: voucher, device: set),
                as: town.ana
            )
            let shown = try await town.application.ask(ShowVoucher(voucher: voucher), as: town.ana)

            #expect(decided.bracket == "Q1")
            #expect(quote.priceCents == 50_00)
            #expect([shown.firstName, shown.initial] == ["Zoé", "D"])
            #expect(!"\(shown) \(quote)".lowercased().contains("rsa"))
            let failure = await #expect(throws: Failure.self) {
                try await town.application.perform(
                    ViewIncome(application: number, reason: "par curiosité"),
                    as: town.ana
                )
            }
            guard case .forbidden = failure else {
                Issue.record("a technician saw an income: \(String(describing: failure))")
                return
            }
            #expect(
                try await town.column(
                    "SELECT person_id || ' ' || why || ' ' || granted FROM social.access_log"
                ) == ["1 par curiosité false"]
            )
        }
    }

    @Test func `W05: a town hall's laptop is capped, whatever the grid says`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(
                try await town.onTheShelf(grade: "A", regime: .publicResale).first
            )
            let voucher = try await town.voucher(quotient: 1_100)
            let quoting = QuotePrice(voucher: voucher, device: laptop)
            let before = try await town.application.ask(quoting, as: town.ana)

            let raised = PriceGrid.frenchDemo2026.rows.map { row in
                PublishPriceGrid.Row(
                    kind: row.type,
                    grade: row.grade.letter,
                    cents: row.type == .laptop && row.grade == .a
                        ? [60_00, 80_00, 100_00, 130_00, 200_00] : row.prices.map(\.cents)
                )
            }
            _ = try await town.application.perform(
                PublishPriceGrid(grid: "FR-DEMO-BIS", rows: raised),
                as: town.dan
            )
            let after = try await town.application.ask(quoting, as: town.ana)

            #expect(before.priceCents == 160_00)
            #expect(after.priceCents == 180_00)
            #expect(after.gridCents == 200_00)
            #expect(
                after.explanation.en
                    == "laptop, grade A: €180.00, the grid says €200.00 but a public gift is capped at €180.00 (FR-DEMO-BIS)."
            )
            let failure = await #expect(throws: Failure.self) {
                let nobody = try LabelCode(.voucher, drawn: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
                try await town.sell(laptop, on: VoucherReference(nobody.text), cents: 180_00)
            }
            #expect(failure?.refusal?.code == .voucherUnknown)
            #expect(failure?.refusal?.facts["device"] == laptop.text)
        }
    }

    @Test(
        arguments: [
            (0, 60_00), (399, 60_00), (400, 80_00), (799, 100_00), (800, 130_00), (1_199, 160_00),
        ]
    )
    func `W06: the quotient decides on the price of a laptop`(
        quotient: Int,
        cents: Int64
    ) async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf(grade: "A").first)
            let voucher = try await town.voucher(quotient: quotient)

            let quote = try await town.application.ask(
                QuotePrice(voucher: voucher, device: laptop),
                as: town.ana
            )

            #expect(quote.priceCents == cents)
        }
    }

    @Test func `W06: 1,200 is refused with a way to appeal, and no quotient is no zero`()
        async throws
    {
        try await Town.atTheCounter { town in
            let rich = try await town.application()
            let refused = try await town.decision(on: rich, quotient: 1_200)
            let unknown = try await town.application(adults: [.max])
            let incomplete = try await town.decision(on: unknown, quotient: nil)

            #expect(refused.outcome == "refused")
            #expect(refused.refusal?.code == .incomeAboveCeiling)
            #expect(refused.refusal?.next == ["appeal"])
            #expect(refused.voucher == nil)
            #expect(incomplete.outcome == "incomplete")
            #expect(incomplete.refusal?.code == .proofMissing)
            #expect(incomplete.voucher == nil)
        }
    }

    @Test(
        arguments: [
            (347, Warranty.Cover.sellerMustRebut), (448, .buyerProves), (732, .ended),
        ]
    )
    func `W09: the guarantee of a used laptop`(
        daysAgo: Int,
        cover: Warranty.Cover
    ) async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let sold = try await town.sell(laptop, on: try await town.voucher(), cents: 80_00)
            let delivered = try await town.today().adding(days: -daysAgo)
            try await town.pretend(sold.sale, wasDeliveredOn: delivered)
            let opening = OpenWarrantyCase(sale: sold.sale, fault: "écran noir")

            guard cover != .ended else {
                let failure = await #expect(throws: Failure.self) {
                    try await town.application.perform(opening, as: town.ana)
                }
                #expect(failure?.refusal?.code == .warrantyEnded)
                return
            }
            let opened = try await town.application.perform(opening, as: town.ana)
            let closed = try await town.application.perform(
                CloseWarrantyCase(warrantyCase: opened.warrantyCase, outcome: .repaired),
                as: town.ana
            )

            #expect(opened.cover == cover)
            #expect(opened.warrantyUntil == delivered.adding(years: 2))
            #expect(closed.warrantyUntil == delivered.adding(months: 30))
            let slip = try await town.application.ask(ShowSale(sale: sold.sale), as: town.ana)
            #expect(slip.warrantyUntil == delivered.adding(months: 30))
        }
    }
}

extension Town {
    /// Moves a sale's delivery into the past, by a hand that no door has.
    func pretend(_ sale: Int64, wasDeliveredOn day: Day) async throws {
        let db = try await database.connect(as: .superuser)
        try await db.execute(
            """
            UPDATE core.sale SET delivered_on = \(day.iso)::date, warranty_until = \(day.adding(years: 2).iso)::date,
                   presumption_until = \(day.adding(years: 1).iso)::date
             WHERE sale_id = \(sale)
            """
        )
        await db.close()
    }
}
