import Application
import Domain
import Testing
import TownSupport

@Suite(.serialized) struct TenderTests {
    @Test(arguments: [
        ([Tender(.card, cents: 30_00, tendered: 50_00), Tender(.cash, cents: 30_00)], "not_cash"),
        ([Tender(.card, cents: 80_00, tendered: 80_00)], "not_cash"),
        ([Tender(.cash, cents: 80_00, tendered: 50_00)], "too_little"),
    ])
    func `cash put down is refused on a card, and below what it pays`(
        payments: [Tender],
        why: String
    ) async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let voucher = try await town.voucher()

            let failure = await #expect(throws: Failure.self) {
                try await town.sell(laptop, on: voucher, cents: 80_00, payments: payments)
            }

            #expect(failure?.refusal?.code.rawValue == "tendered_" + why)
            #expect(failure?.refusal?.sentence(in: .fr).contains("espèces") == true)
        }
    }

    @Test func `the amount counts, not what was put down`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let voucher = try await town.voucher()
            let payments = [
                Tender(.card, cents: 50_00), Tender(.cash, cents: 20_00, tendered: 30_00),
            ]

            let failure = await #expect(throws: Failure.self) {
                try await town.sell(laptop, on: voucher, cents: 80_00, payments: payments)
            }

            #expect(failure?.refusal?.code == .paymentIncomplete)
        }
    }

    @Test func `cash beyond the price is given back, with what was put down beyond it`()
        async throws
    {
        try await Town.atTheCounter { town in
            let laptops = try await town.onTheShelf(2)
            let voucher = try await town.voucher(persons: 4, children: 2, adults: [.zoe, .max])

            let plain = try await town.sell(
                laptops[0],
                on: voucher,
                cents: 80_00,
                payments: [Tender(.card, cents: 30_00), Tender(.cash, cents: 60_00)]
            )
            let said = try await town.sell(
                laptops[1],
                on: voucher,
                cents: 80_00,
                payments: [Tender(.cash, cents: 90_00, tendered: 100_00)]
            )

            let kept = try await town.application.ask(ShowSale(sale: said.sale), as: town.ana)
            #expect(plain.changeCents == 10_00)
            #expect(said.changeCents == 20_00)
            #expect(kept.payments.map(\.cents) == [80_00])
            #expect(kept.payments.map(\.tendered) == [100_00])
        }
    }

    @Test func `a first instalment keeps its amount, whatever was put down`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let voucher = try await town.voucher()

            let sold = try await town.application.perform(
                SellDevice(
                    voucher: voucher,
                    device: laptop,
                    expectedCents: 80_00,
                    payments: [Tender(.cash, cents: 30_00, tendered: 50_00)],
                    instalments: 2
                ),
                as: town.ana
            )

            #expect(sold.paidCents == 30_00)
            #expect(sold.changeCents == 20_00)
            #expect(sold.dueCents == 50_00)
        }
    }

    @Test func `amounts that no till holds are refused`() async throws {
        try await Town.atTheCounter { town in
            let laptop = try #require(try await town.onTheShelf().first)
            let voucher = try await town.voucher()
            let most = Tender(.cash, cents: .max)

            let failure = await #expect(throws: Failure.self) {
                try await town.sell(laptop, on: voucher, cents: 80_00, payments: [most])
            }

            #expect(failure?.refusal?.code == .paymentTooHigh)
        }
    }
}
