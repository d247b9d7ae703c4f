import Application
import Domain
import Store
import Testing
import TownSupport

/// Plans of instalments, and the cash of a sale in all its payments.
@Suite(.serialized) struct InstalmentTests {
    private func selling(
        _ town: Town,
        _ payments: [Tender],
        instalments: Int? = nil
    ) async throws -> SellDevice {
        SellDevice(
            voucher: try await town.voucher(),
            device: try await town.onTheShelf()[0],
            expectedCents: 80_00,
            payments: payments,
            instalments: instalments
        )
    }

    private func pay(
        _ town: Town,
        _ sale: Int64,
        _ payments: Tender...
    ) async throws(Failure) -> PayInstalment.Outcome {
        try await town.application.perform(
            PayInstalment(sale: sale, payments: payments),
            as: town.ana
        )
    }

    @Test func `a plan is no money, and no machine leaves on it without its first payment`()
        async throws
    {
        try await Town.atTheCounter { town in
            let word = try await selling(town, [Tender(.instalments, cents: 80_00)])
            var codes = [await town.refusal(word)?.code]
            for (payments, count) in [
                ([], 2), ([Tender(.card, cents: 10_00)], 1), ([Tender(.card, cents: 10_00)], 5),
            ] {
                let selling = SellDevice(
                    voucher: word.voucher,
                    device: word.device,
                    expectedCents: 80_00,
                    payments: payments,
                    instalments: count
                )
                codes.append(await town.refusal(selling)?.code)
            }

            #expect(
                codes == [
                    .methodBringsNoMoney, .firstPaymentMissing, .tooFewInstalments,
                    .tooManyInstalments,
                ]
            )
        }
    }

    @Test func `the last payment that was agreed settles, in whatever ways it is put down`()
        async throws
    {
        try await Town.atTheCounter { town in
            let first = [Tender(.card, cents: 1_00), Tender(.cash, cents: 1_00)]
            let sale = try await town.application.perform(
                try await selling(town, first, instalments: 3),
                as: town.ana
            ).sale

            let second = try await pay(
                town,
                sale,
                Tender(.card, cents: 8_00),
                Tender(.cheque, cents: 10_00)
            )
            let short = await town.refusal(
                PayInstalment(sale: sale, payments: [Tender(.card, cents: 59_00)])
            )
            let last = try await pay(
                town,
                sale,
                Tender(.card, cents: 59_00),
                Tender(.cash, cents: 1_00)
            )

            #expect(second.dueCents == 60_00)
            #expect(short?.code == .lastInstalmentSettles)
            #expect(short?.facts["missing"] == "1.00")
            #expect(short?.sentence(in: .fr).contains("…") == false)
            #expect(last.dueCents == 0)
        }
    }

    @Test func `an older plan with too many payments is settled by its next one`() async throws {
        try await Town.atTheCounter { town in
            let first = [
                Tender(.card, cents: 1_00), Tender(.card, cents: 2_00), Tender(.card, cents: 3_00),
            ]
            let sale = try await town.application.perform(
                try await selling(town, first, instalments: 2),
                as: town.ana
            ).sale
            try await town.makeTimePass("UPDATE core.payment SET instalment = NULL")

            let short = await town.refusal(
                PayInstalment(sale: sale, payments: [Tender(.card, cents: 1_00)])
            )
            let last = try await pay(town, sale, Tender(.card, cents: 74_00))

            #expect(short?.code == .lastInstalmentSettles)
            #expect(last.dueCents == 0)
        }
    }

    @Test func `a payment of nothing says what is missing, not that nothing is due`() async throws {
        try await Town.atTheCounter { town in
            let sale = try await town.application.perform(
                try await selling(town, [Tender(.card, cents: 10_00)], instalments: 2),
                as: town.ana
            ).sale

            let failure = await #expect(throws: Failure.self) { try await pay(town, sale) }

            guard case .unreadable = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
        }
    }

    @Test func `a gift has no plan`() async throws {
        try await Town.atTheCounter { town in
            let given = try await town.application.perform(
                SellDevice(
                    voucher: try await town.voucher(),
                    device: try await town.onTheShelf(regime: .publicNoResale)[0],
                    expectedCents: 0,
                    payments: [],
                    instalments: 2
                ),
                as: town.ana
            )

            #expect(given.isGift && given.dueCents == 0)
        }
    }

    @Test func `all cash of a sale counts together`() async throws {
        try await Town.atTheCounter { town in
            try await town.makeTimePass(
                "UPDATE core.price SET cents = 150000 WHERE kind = 'laptop'"
            )
            let selling = SellDevice(
                voucher: try await town.voucher(),
                device: try await town.onTheShelf()[0],
                expectedCents: 1_500_00,
                payments: [Tender(.cash, cents: 600_00)],
                instalments: 3
            )
            let sale = try await town.application.perform(selling, as: town.ana).sale

            let over = await town.refusal(
                PayInstalment(sale: sale, payments: [Tender(.cash, cents: 400_01)])
            )
            let up = try await pay(town, sale, Tender(.cash, cents: 400_00))
            let more = await town.refusal(
                PayInstalment(
                    sale: sale,
                    payments: [Tender(.card, cents: 499_99), Tender(.cash, cents: 1)]
                )
            )
            let rest = try await pay(town, sale, Tender(.card, cents: 500_00))

            #expect(over?.code == .cashLimitExceeded)
            #expect(over?.facts["cash"] == "1000.01" && over?.facts["limit"] == "1000.00")
            #expect(up.dueCents == 500_00)
            #expect(more?.code == .cashLimitExceeded)
            #expect(rest.dueCents == 0)
        }
    }
}
