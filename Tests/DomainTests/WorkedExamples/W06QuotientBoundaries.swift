import Domain
import Testing

/// Where the price of a laptop of grade A changes.
@Suite struct W06QuotientBoundaries {
    @Test(arguments: [(0, 60), (399, 60), (400, 80), (799, 100), (800, 130), (1_199, 160)])
    func `the price changes exactly at the bound`(quotient: Int, euros: Int64) throws {
        let approval = try #require(decide(FamilyQuotient(quotient)).approval)

        let price = try PriceRules.frenchDemo2026.price(
            of: .laptop,
            grade: .a,
            bracket: approval.bracket,
            regime: .private
        )

        #expect(price.price == .eur(euros))
    }

    @Test func `1,200 is above the ceiling`() {
        guard case .refused(let refusal) = decide(FamilyQuotient(1_200)) else {
            Issue.record("1,200 was not refused")
            return
        }

        #expect(refusal.code == .incomeAboveCeiling)
        #expect(refusal.facts["quotient"] == "1200")
    }

    @Test func `no quotient asks for another proof and never costs 60 euros`() {
        guard case .incomplete(let refusal) = decide(nil) else {
            Issue.record("a missing quotient was decided")
            return
        }

        #expect(refusal.code == .proofMissing)
    }

    private func decide(_ quotient: FamilyQuotient?) -> EligibilityOutcome {
        EligibilityRules.frenchDemo2026.decide(
            on: EligibilityEvidence(quotient: quotient),
            household: Household(persons: 1),
            day: Day(number: 20_767)
        )
    }
}
