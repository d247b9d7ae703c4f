import Domain
import Testing

/// Two adults, two children at school, quotient 640, decision of 2026-11-10, laptop B of a company.
@Suite struct W01HouseholdOfFour {
    let outcome: EligibilityOutcome

    init() throws {
        outcome = EligibilityRules.frenchDemo2026.decide(
            on: EligibilityEvidence(quotient: FamilyQuotient(640)),
            household: Household(persons: 4, childrenInEducation: 2),
            day: try Day(reading: "2026-11-10")
        )
    }

    @Test func `the bracket is Q3 and the laptop costs 80 euros`() throws {
        let approval = try #require(outcome.approval)

        let price = try PriceRules.frenchDemo2026.price(
            of: .laptop,
            grade: .b,
            bracket: approval.bracket,
            regime: .private
        )

        #expect(approval.bracket.name == "Q3")
        #expect(price.price == .eur(80))
    }

    @Test func `the voucher's last usable day is 2027-02-08`() throws {
        let approval = try #require(outcome.approval)

        #expect(approval.validity.last.iso == "2027-02-08")
        #expect(approval.validity.end.iso == "2027-02-09")
        // 2027-02-09 00:00 in Paris is 23:00 UTC the day before.
        #expect(ParisClock.start(of: approval.validity.end) == 1_802_127_600)
    }

    @Test func `the household may have two main devices`() throws {
        #expect(try #require(outcome.approval).quotas[.mainDevice] == 2)
    }

    @Test func `the approval is told in a sentence`() throws {
        #expect(
            try #require(outcome.approval).sentence(in: .fr)
                == "Tranche Q3 (quotient de la CAF ou de la MSA 640), bon valable jusqu'au 8 février 2027."
        )
    }
}

extension EligibilityOutcome {
    var approval: EligibilityExplanation? {
        guard case .approved(let explanation) = self else { return nil }
        return explanation
    }
}
