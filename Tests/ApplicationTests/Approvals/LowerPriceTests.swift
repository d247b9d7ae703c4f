import Application
import Domain
import Postgres
import Store
import TestSupport
import Testing
import TownSupport

/// Prices set by hand, away from the grid.
@Suite struct LowerPriceTests {
    private struct Scene {
        let town: Town
        let voucher: VoucherReference
        let device: DeviceReference
        /// Somebody else of the shop.
        let eve: Speaker
        /// What the grid makes.
        let price: Int64

        func lower(to cents: Int64, because reason: String = "a scratched lid") -> LowerPrice {
            LowerPrice(voucher: voucher, device: device, cents: cents, reason: reason)
        }

        func sell(at cents: Int64, because reason: String? = nil) -> SellDevice {
            SellDevice(
                voucher: voucher,
                device: device,
                expectedCents: price,
                payments: [Tender(.card, cents: cents)],
                adjustedCents: cents,
                adjustmentReason: reason
            )
        }

        /// The word under which something is refused; nil when it is done.
        func word<C: Command>(_ command: C) async throws -> String? {
            do {
                _ = try await town.application.perform(command, as: town.ana)
                return nil
            } catch let failure as Failure {
                return try #require(failure.refusal).code.rawValue
            }
        }
    }

    private func with(
        takingTwo: Bool,
        _ body: (Scene) async throws -> Void
    ) async throws {
        try await Town.atTheCounter { town in
            let house = town.application
            _ = try await house.perform(AddPerson(login: "eve", fullName: "Eve"), as: town.dan)
            _ = try await house.perform(GrantRole(login: "eve", role: .shop), as: town.dan)
            if takingTwo {
                _ = try await house.perform(RequireTwoPeople(act: "lower-price"), as: town.dan)
            }
            let voucher = try await town.voucher()
            let device = try await town.onTheShelf()[0]
            let quote = try await house.ask(
                QuotePrice(voucher: voucher, device: device),
                as: town.ana
            )
            try await body(
                Scene(
                    town: town,
                    voucher: voucher,
                    device: device,
                    eve: Speaker(organisation: 1, person: 5),
                    price: quote.priceCents
                )
            )
        }
    }

    @Test func `one person sets a price where one is enough, and the sale is made at it`()
        async throws
    {
        try await with(takingTwo: false) { scene in
            let house = scene.town.application
            let lower = scene.price * 3 / 4

            _ = try await house.perform(scene.lower(to: lower), as: scene.town.ana)
            let quote = try await house.ask(
                QuotePrice(voucher: scene.voucher, device: scene.device),
                as: scene.eve
            )
            let sold = try await house.perform(scene.sell(at: lower), as: scene.eve)
            let sale = try await house.ask(ShowSale(sale: sold.sale), as: scene.eve)

            #expect(quote.priceCents == scene.price)
            #expect(quote.lowered?.priceCents == lower)
            #expect(quote.lowered?.reason == "a scratched lid")
            #expect(sold.priceCents == lower)
            #expect(sale.adjustmentReason == "a scratched lid")
        }
    }

    @Test func `a sale at a lower price needs a reason of its own or one that was given before`()
        async throws
    {
        try await with(takingTwo: false) { scene in
            let lower = scene.price * 3 / 4

            let silent = try await scene.word(scene.sell(at: lower))
            let told = try await scene.word(scene.sell(at: lower, because: "a scratch"))

            #expect(silent == "reason_missing")
            #expect(told == nil)
        }
    }

    @Test func `where two are asked for, one person neither sets a price nor sells at one`()
        async throws
    {
        try await with(takingTwo: true) { scene in
            let lower = scene.price * 3 / 4

            let set = try await scene.word(scene.lower(to: lower))
            let sold = try await scene.word(scene.sell(at: lower, because: "a scratch"))

            #expect(set == "approval_needed")
            #expect(sold == "approval_needed")
        }
    }

    @Test func `what one proposes and another approves is the price, with both names`()
        async throws
    {
        try await with(takingTwo: true) { scene in
            let house = scene.town.application
            let lower = scene.price * 3 / 4
            let proposal = try await house.perform(
                Propose(
                    command: "lower-price",
                    content: [
                        "voucher": .text(scene.voucher.text), "device": .text(scene.device.text),
                        "cents": .number(lower), "reason": "a scratched lid",
                    ],
                    reason: "the family saw it"
                ),
                as: scene.town.ana
            ).proposal

            _ = try await house.perform(ApproveProposal(proposal: proposal), as: scene.eve)
            let quote = try await house.ask(
                QuotePrice(voucher: scene.voucher, device: scene.device),
                as: scene.town.ana
            )
            let sold = try await house.perform(scene.sell(at: lower), as: scene.town.ana)
            let outcome = try await house.perform(Audit(Town.schema()), as: scene.town.dan)

            #expect(quote.lowered?.by == "Eve")
            #expect(quote.lowered?.proposedBy != nil)
            #expect(sold.priceCents == lower)
            #expect(outcome.findings == [])
        }
    }

    @Test func `a price that was set for one sale serves no other price`() async throws {
        try await with(takingTwo: true) { scene in
            let house = scene.town.application
            let proposal = try await house.perform(
                Propose(
                    command: "lower-price",
                    content: [
                        "voucher": .text(scene.voucher.text), "device": .text(scene.device.text),
                        "cents": .number(scene.price - 100), "reason": "a scratched lid",
                    ],
                    reason: "the family saw it"
                ),
                as: scene.town.ana
            ).proposal
            _ = try await house.perform(ApproveProposal(proposal: proposal), as: scene.eve)

            let lower = scene.price * 3 / 4
            let word = try await scene.word(scene.sell(at: lower, because: "more"))

            #expect(word == "approval_needed")
        }
    }

    @Test(arguments: [0, 40, 100, 101])
    func `a price goes down by half at most, and never up`(percent: Int64) async throws {
        try await with(takingTwo: false) { scene in
            let word = try await scene.word(scene.lower(to: scene.price * percent / 100))

            #expect(word == "adjustment_out_of_bounds")
        }
    }
}
