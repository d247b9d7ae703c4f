import Domain
import Testing

@Suite struct PriceRulesTests {
    let rules = PriceRules.frenchDemo2026

    @Test(arguments: [
        (DeviceType.laptop, Grade.a, 3, 100), (.desktopSet, .c, 5, 80), (.allInOne, .b, 1, 35),
        (.desktopTower, .a, 5, 112), (.miniPc, .c, 1, 20), (.mfp, .a, 5, 56),
        (.smartphone, .b, 2, 30),
        (.printer, .c, 3, 9),
    ])
    func `types without a row are derived from others`(
        type: DeviceType,
        grade: Grade,
        bracket: Int,
        euros: Int64
    ) throws {
        let price = try rules.price(
            of: type,
            grade: grade,
            bracket: Bracket(bracket),
            regime: .private
        )

        #expect(price.price == .eur(euros))
    }

    @Test func `a higher bracket never pays less, a worse grade never more`() throws {
        for type in DeviceType.allCases where type.priceFormula != .none {
            for regime in OriginRegime.allCases {
                for grade in [Grade.a, .b, .c] {
                    let prices = try (1...5).map {
                        try rules.price(
                            of: type,
                            grade: grade,
                            bracket: Bracket($0),
                            regime: regime
                        ).price
                    }
                    #expect(prices == prices.sorted())
                }
                for bracket in 1...5 {
                    let prices = try [Grade.a, .b, .c].map {
                        try rules.price(
                            of: type,
                            grade: $0,
                            bracket: Bracket(bracket),
                            regime: regime
                        ).price
                    }
                    #expect(prices == prices.sorted(by: >))
                }
            }
        }
    }

    @Test func `a gift of a public body that may not be resold costs nothing`() throws {
        let price = try rules.price(
            of: .laptop,
            grade: .a,
            bracket: Bracket(5),
            regime: .publicNoResale
        )

        #expect(price.price == .eur(0))
        #expect(price.isGift)
    }

    @Test func `a public gift without a working battery is given, not sold`() throws {
        let price = try rules.price(
            of: .laptop,
            grade: .c,
            bracket: Bracket(1),
            regime: .publicResale,
            isFullyWorking: false
        )

        #expect(price.isGift)
    }

    @Test func `the price is told in a sentence`() throws {
        let price = try rules.price(of: .laptop, grade: .b, bracket: Bracket(3), regime: .private)

        #expect(
            price.sentence(in: .fr)
                == "ordinateur portable, classe B, Q3\u{A0}: 80,00\u{A0}€ (FR-DEMO-2026)."
        )
        #expect(price.sentence(in: .en) == "laptop, grade B, Q3: €80.00 (FR-DEMO-2026).")
    }

    @Test func `what is not sold has no price`() {
        let grade = #expect(throws: Refusal.self) {
            try rules.price(of: .laptop, grade: .d, bracket: Bracket(1), regime: .private)
        }
        let type = #expect(throws: Refusal.self) {
            try rules.price(of: .server, grade: .a, bracket: Bracket(1), regime: .private)
        }
        let bracket = #expect(throws: Refusal.self) {
            try rules.price(of: .laptop, grade: .a, bracket: Bracket(6), regime: .private)
        }

        #expect(
            [grade?.code, type?.code, bracket?.code] == [
                .gradeNotSellable, .priceMissing, .priceMissing,
            ]
        )
    }

    @Test(arguments: [(100_00, true), (50_00, true), (49_99, false), (100_01, false), (0, false)])
    func `a price is lowered by half at most`(cents: Int64, isAllowed: Bool) throws {
        let price = try rules.price(of: .laptop, grade: .a, bracket: Bracket(3), regime: .private)

        let adjustment = try? PriceAdjustment(
            of: price.price,
            to: Money(cents: cents),
            because: "rayure"
        )

        #expect((adjustment?.adjusted == Money(cents: cents)) == isAllowed)
    }

    @Test func `a price is not lowered without a reason`() throws {
        let price = try rules.price(of: .laptop, grade: .a, bracket: Bracket(3), regime: .private)

        let refusal = #expect(throws: Refusal.self) {
            try PriceAdjustment(of: price.price, to: .eur(90), because: "  ")
        }

        #expect(refusal?.code == .reasonMissing)
    }
}
