import Application
import Domain
import Store
import Testing
import TownSupport

@Suite(.serialized) struct JourneyTests {
    @Test func `a family goes from its papers to a laptop, and the till is closed`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let voucher = try await town.voucher(
                quotient: 640,
                persons: 4,
                children: 2,
                adults: [.zoe, .max]
            )

            let quote = try await town.application.ask(
                QuotePrice(voucher: voucher, device: laptop),
                as: town.ana
            )
            let kept = try await town.application.perform(
                ReserveDevice(voucher: voucher, device: laptop),
                as: town.ana
            )
            let sold = try await town.application.perform(
                SellDevice(
                    voucher: voucher,
                    device: laptop,
                    expectedCents: quote.priceCents,
                    payments: [
                        Tender(.card, cents: 50_00), Tender(.cash, cents: 30_00, tendered: 40_00),
                    ]
                ),
                as: town.ana
            )

            let today = try await town.today()
            #expect(quote.priceCents == 80_00)
            #expect(
                quote.explanation
                    == Phrase(
                        fr: "ordinateur portable, classe B\u{A0}: 80,00\u{A0}€ (FR-DEMO-2026).",
                        en: "laptop, grade B: €80.00 (FR-DEMO-2026)."
                    )
            )
            #expect(kept.until == today.adding(days: 7))
            #expect(sold.paidCents == 80_00)
            #expect(sold.changeCents == 10_00)
            #expect(sold.soldOn == today)
            #expect(sold.warrantyUntil == today.adding(years: 2))
            let slip = try await town.application.ask(ShowSale(sale: sold.sale), as: town.ana)
            #expect(slip.payments.map(\.cents) == [50_00, 30_00])
            #expect(slip.payments.map(\.tendered) == [nil, 40_00])
            #expect(slip.explanation == quote.explanation)
            #expect([slip.firstName, slip.initial] == ["Zoé", "D"])

            let shown = try await town.application.ask(ShowVoucher(voucher: voucher), as: town.ana)
            #expect(shown.isUsable, "four persons, two children: a second one is allowed")

            let closed = try await town.application.perform(CloseDay(), as: town.ana)
            #expect(closed.sales == 1)
            #expect(closed.totalCents == 80_00)
            #expect(closed.perpetualCents == 80_00)
            let journal = try await town.application.ask(
                SalesJournal(from: today, to: today),
                as: town.ana
            )
            #expect(journal.rows.map(\.cents) == [50_00, 30_00])
        }
    }

    @Test func `after the till is closed nothing is sold on that day`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let voucher = try await town.voucher()
            _ = try await town.application.perform(CloseDay(), as: town.ana)

            let failure = await #expect(throws: Failure.self) {
                try await town.sell(laptop, on: voucher, cents: 80_00)
            }

            #expect(failure?.refusal?.code == .dayClosed)
            let again = await #expect(throws: Failure.self) {
                try await town.application.perform(CloseDay(), as: town.ana)
            }
            #expect(again?.refusal?.code == .periodAlreadyClosed)
        }
    }

    @Test func `a gift for a no-resale machine costs nothing and takes the quota`() async throws {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(2, regime: .publicNoResale)
            let voucher = try await town.voucher()

            let given = try await town.sell(laptops[0], on: voucher, cents: 0, payments: [])
            let failure = await #expect(throws: Failure.self) {
                try await town.sell(laptops[1], on: voucher, cents: 0, payments: [])
            }

            #expect(given.isGift)
            let refusal = try #require(failure?.refusal)
            #expect(refusal.code == .quotaReached)
            #expect(refusal.facts["voucher"] == voucher.text)
            #expect(refusal.facts["device"] == laptops[1].text)
            #expect(!refusal.next.isEmpty)
        }
    }

    @Test func `a laptop brought back within fourteen days frees the quota and the money`()
        async throws
    {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(2)
            let voucher = try await town.voucher()
            let sold = try await town.sell(laptops[0], on: voucher, cents: 80_00)

            let back = try await town.application.perform(
                TakeBackDevice(device: laptops[0], cause: .withdrawal, refundCents: 80_00),
                as: town.ana
            )
            let again = try await town.sell(laptops[1], on: voucher, cents: 80_00)

            #expect(back.sale == sold.sale)
            #expect(back.stay == 2)
            let closed = try await town.application.perform(CloseDay(), as: town.ana)
            #expect(closed.totalCents == 80_00)
            let slip = try await town.application.ask(ShowSale(sale: sold.sale), as: town.ana)
            #expect(slip.status == "returned")
            #expect(slip.refundCents == 80_00)
            #expect(again.sale != sold.sale)
        }
    }

    @Test func `a price is lowered for a reason, by half at most`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let voucher = try await town.voucher()
            let selling = { (cents: Int64) in
                SellDevice(
                    voucher: voucher,
                    device: laptop,
                    expectedCents: 80_00,
                    payments: [Tender(.card, cents: cents)],
                    adjustedCents: cents,
                    adjustmentReason: "rayure sur le capot"
                )
            }

            let tooLow = await #expect(throws: Failure.self) {
                try await town.application.perform(selling(39_99), as: town.ana)
            }
            let sold = try await town.application.perform(selling(60_00), as: town.ana)

            #expect(tooLow?.refusal?.code == .adjustmentOutOfBounds)
            #expect(sold.priceCents == 60_00)
        }
    }

    @Test func `a placed device is no longer on offer until it comes back`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let placing = PlaceDevice(
                device: laptop,
                kind: .loan,
                taker: "École Jules-Ferry",
                agreement: "CONV-7"
            )

            _ = try await town.application.perform(placing, as: town.ana)
            let open = try await town.application.ask(ListPlacements(openOnly: true), as: town.ana)
            let back = try await town.application.perform(
                EndPlacement(device: laptop),
                as: town.ana
            )
            let after = try await town.application.ask(ListPlacements(openOnly: true), as: town.ana)

            #expect(open.rows.map(\.device) == [laptop.text])
            #expect(back.sale == nil)
            #expect(after.rows.isEmpty)
        }
    }
}

extension Town {
    /// Sells by ana; paid by card unless payments are given.
    @discardableResult
    func sell(
        _ device: DeviceReference,
        on voucher: VoucherReference,
        cents: Int64,
        payments: [Tender]? = nil
    ) async throws(Failure) -> SellDevice.Outcome {
        let selling = SellDevice(
            voucher: voucher,
            device: device,
            expectedCents: cents,
            payments: payments ?? [Tender(.card, cents: cents)]
        )
        return try await application.perform(selling, as: ana)
    }
}
