import Domain
import Testing

/// A town hall declares 350 euros each, then corrects ten of 25 to 280 by a decision.
@Suite struct W05TownHallOfTwentyFiveLaptops {
    @Test func `fifteen are refused and ten come under capped resale`() {
        let values =
            Array(repeating: Money.eur(350), count: 15) + Array(repeating: .eur(280), count: 10)

        let results = values.map { value in
            Result { () throws(Refusal) in try IntakeRules().regime(of: offer(value)) }
        }

        let regimes = results.compactMap { try? $0.get() }
        let codes = results.compactMap { result -> Refusal.Code? in
            guard case .failure(let refusal) = result else { return nil }
            return refusal.code
        }
        #expect(regimes == Array(repeating: .publicResale, count: 10))
        #expect(codes == Array(repeating: .unitValueOver300, count: 15))
    }

    @Test func `a tax receipt is refused, a deed and a commitment are issued`() {
        var gift = Gift.laptops
        gift.donorKind = .publicBody

        let refusal = #expect(throws: Refusal.self) {
            try TaxReceiptRules.draft(for: gift, issuer: .town)
        }

        #expect(refusal?.code == .noTaxRight)
        #expect(refusal?.next == ["acg", "enr"])
    }

    @Test func `grade A in Q5 costs 160 euros, below the cap`() throws {
        #expect(try price(in: .frenchDemo2026).price == .eur(160))
    }

    @Test func `a grid of 200 euros is charged at the cap of 180`() throws {
        let row = PriceGrid.Row(.laptop, .a, [60, 80, 100, 130, 200].map(Money.eur))

        let price = try price(in: PriceGrid(version: "FR-DEMO-2026-B", rows: [row]))

        #expect(price.price == .eur(180))
        #expect(price.capVersion == "FR-PUBLIC-2022")
        #expect(
            price.sentence(in: .en)
                == "laptop, grade A, Q5: €180.00, the grid says €200.00 "
                + "but a public gift is capped at €180.00 (FR-DEMO-2026-B)."
        )
    }

    private func price(in grid: PriceGrid) throws -> PriceExplanation {
        try PriceRules(grid: grid, caps: .frenchPublic2022)
            .price(of: .laptop, grade: .a, bracket: Bracket(5), regime: .publicResale)
    }

    private func offer(_ value: Money) -> DeviceOffer {
        DeviceOffer(
            name: "laptop",
            type: .laptop,
            donorKind: .publicBody,
            dataOrigin: .public,
            declaredUnitValue: value
        )
    }
}
