import Domain
import Testing

/// A certificate of RSA twenty days old, no quotient, a wish for a desktop set of grade A.
@Suite struct W04SingleRSABeneficiary {
    @Test func `the status approves, and the set costs 50 euros`() throws {
        let today = try Day(reading: "2026-11-10")
        try Proof(.statusCertificate, issuedOn: today.adding(days: -20)).requireFresh(on: today)

        let outcome = EligibilityRules.frenchDemo2026.decide(
            on: EligibilityEvidence(statuses: [.rsa]),
            household: Household(persons: 1),
            day: today
        )

        let approval = try #require(outcome.approval)
        let price = try PriceRules.frenchDemo2026.price(
            of: .desktopSet,
            grade: .a,
            bracket: approval.bracket,
            regime: .private
        )
        #expect(approval.basis == .status(.rsa))
        #expect(approval.bracket.name == "Q1")
        #expect(price.price == .eur(50))
    }

    @Test func `what the counter reads of the price says nothing of RSA`() throws {
        let price = try PriceRules.frenchDemo2026.price(
            of: .desktopSet,
            grade: .a,
            bracket: Bracket(1),
            regime: .private
        )

        for language in Language.allCases {
            #expect(!price.sentence(in: language).contains("RSA"))
        }
    }
}
