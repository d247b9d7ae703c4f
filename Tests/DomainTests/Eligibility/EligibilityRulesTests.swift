import Domain
import Testing

@Suite struct EligibilityRulesTests {
    let rules = EligibilityRules.frenchDemo2026
    let day = Day(number: 20_767)

    @Test func `a higher quotient never has a lower bracket`() {
        let brackets = (0..<1_200).map { rules.brackets.bracket(for: $0)?.number ?? 0 }

        #expect(brackets == brackets.sorted())
        #expect(Set(brackets) == [1, 2, 3, 4, 5])
        #expect((1_200...5_000).allSatisfy { rules.brackets.bracket(for: $0) == nil })
    }

    @Test(arguments: [[], [100, 200], [0, 200, 200], [0, 1_200], [0, 400, 300]])
    func `a table whose brackets do not rise is none`(floors: [Int]) {
        #expect(BracketTable(version: "x", floors: floors, ceiling: 1_200) == nil)
    }

    @Test(arguments: [
        (1_200_000, 0, 1, 400), (1_200_000, 10_000, 1, 440), (2_400_000, 30_000, 2, 767),
        (0, 0, 0, 0), (1_199, 0, 0, 0), (1_200, 0, 0, 1), (0, 99, 0, 0), (0, 100, 0, 1),
        (-5_000, 0, 1, 0),
    ])
    func `a quotient is computed and rounded once, half up`(
        yearly: Int64,
        monthly: Int64,
        children: Int,
        value: Int
    ) {
        let quotient = FamilyQuotient.estimated(
            yearlyResources: Money(cents: yearly),
            monthlyBenefits: Money(cents: monthly),
            parts: .family(children: children)
        )

        #expect(quotient == FamilyQuotient(value, source: .localEstimate))
    }

    @Test func `the family funds count the third child twice`() {
        #expect(
            (0...5).map { HouseholdParts.family(children: $0).quarters } == [8, 10, 12, 16, 18, 20]
        )
        #expect(HouseholdParts.family(children: 1, disabledChildren: 1).quarters == 12)
    }

    @Test func `tax parts follow the tax return`() {
        #expect(HouseholdParts.tax(isCouple: false).quarters == 4)
        #expect(HouseholdParts.tax(isCouple: true, dependants: 3).quarters == 16)
        #expect(
            HouseholdParts.tax(isCouple: false, dependants: 1, isLoneParent: true).quarters == 8
        )
        #expect(HouseholdParts.tax(isCouple: true, sharedDependants: 3).quarters == 12)
        #expect(
            HouseholdParts.tax(isCouple: true, dependants: 2, sharedDependants: 1).quarters == 14
        )
        #expect(
            FamilyQuotient.fiscal(
                referenceIncome: .eur(24_000),
                parts: .tax(isCouple: true, dependants: 2)
            ) == FamilyQuotient(667, source: .fiscal)
        )
    }

    @Test func `the more favourable of quotient and status counts`() {
        let evidence = EligibilityEvidence(quotient: FamilyQuotient(900), statuses: [.aah, .rsa])
        #expect(approval(evidence)?.bracket == Bracket(1))
        #expect(approval(evidence)?.basis == .status(.rsa))

        let low = EligibilityEvidence(quotient: FamilyQuotient(100), statuses: [.aah])
        #expect(approval(low)?.basis == .quotient(FamilyQuotient(100)))
    }

    @Test func `a status opens the right of someone above the ceiling`() {
        let evidence = EligibilityEvidence(quotient: FamilyQuotient(3_000), statuses: [.aah])

        #expect(approval(evidence)?.bracket == Bracket(2))
    }

    @Test(arguments: [(3, true), (4, true), (5, true), (2, false), (6, false)])
    func `an override goes two brackets lower at most`(number: Int, isAllowed: Bool) {
        let override = BracketOverride(to: Bracket(number), because: "perte d'emploi")
        let evidence = EligibilityEvidence(quotient: FamilyQuotient(1_100), override: override)

        #expect((approval(evidence)?.bracket == Bracket(number)) == isAllowed)
    }

    @Test func `above the ceiling an override begins after the last bracket`() {
        let evidence = EligibilityEvidence(
            quotient: FamilyQuotient(2_000),
            override: BracketOverride(to: Bracket(4), because: "séparation")
        )

        #expect(approval(evidence)?.basis == .override(from: nil, reason: "séparation"))
    }

    @Test func `our own estimate and an override need another approver`() {
        let estimate = FamilyQuotient(100, source: .localEstimate)
        let override = BracketOverride(to: Bracket(1), because: "urgence")

        #expect(
            approval(EligibilityEvidence(quotient: FamilyQuotient(100)))?.needsOtherApprover
                == false
        )
        #expect(approval(EligibilityEvidence(statuses: [.rsa]))?.needsOtherApprover == false)
        #expect(approval(EligibilityEvidence(quotient: estimate))?.needsOtherApprover == true)
        #expect(
            approval(EligibilityEvidence(quotient: FamilyQuotient(500), override: override))?
                .needsOtherApprover == true
        )
    }

    @Test func `a voucher is renewed once, by thirty days`() throws {
        let validity = DayRange(from: day, andDaysAfter: 90)

        let renewed = try rules.renewed(validity, voucher: "V-1", wasRenewed: false)

        #expect(renewed == DayRange(from: day, andDaysAfter: 120))
        let refusal = #expect(throws: Refusal.self) {
            try rules.renewed(renewed, voucher: "V-1", wasRenewed: true)
        }
        #expect(refusal?.code == .voucherAlreadyRenewed)
    }

    @Test func `a household has room again when its device is two years old`() throws {
        let taken = try Day(reading: "2024-11-10")
        let household = Household(persons: 2)
        let before = try Day(reading: "2026-11-09")

        let refusal = #expect(throws: Refusal.self) {
            try QuotaRules().requireRoom(
                for: .mainDevice,
                household: household,
                taken: [taken],
                on: before
            )
        }

        #expect(refusal?.facts["free_on"] == "2026-11-10")
        try QuotaRules().requireRoom(
            for: .mainDevice,
            household: household,
            taken: [taken],
            on: before.adding(days: 1)
        )
    }

    @Test func `a large household is told when the first of three devices leaves the count`() throws
    {
        let taken = ["2025-01-01", "2026-01-01", "2026-06-01"].compactMap { Day($0) }

        let refusal = #expect(throws: Refusal.self) {
            try QuotaRules().requireRoom(
                for: .mainDevice,
                household: Household(persons: 5, childrenInEducation: 3),
                taken: taken,
                on: try Day(reading: "2026-11-10")
            )
        }

        #expect(refusal?.facts["free_on"] == "2028-01-01")
    }

    @Test(arguments: [("2026-08-10", true), ("2026-08-11", false), ("2026-11-11", true)])
    func `a certificate must be less than three months old`(issued: String, isRefused: Bool) throws
    {
        let proof = Proof(.statusCertificate, issuedOn: try Day(reading: issued))

        let accepted: Void? = try? proof.requireFresh(on: Day(reading: "2026-11-10"))

        #expect((accepted == nil) == isRefused)
    }

    @Test(arguments: [("2026-09-30", true), ("2026-10-01", false)])
    func `income of two years ago is good until September`(today: String, isGood: Bool) throws {
        let proof = Proof(.taxNotice, issuedOn: try Day(reading: "2025-08-01"), incomeYear: 2024)

        let accepted: Void? = try? proof.requireFresh(on: Day(reading: today))

        #expect((accepted != nil) == isGood)
    }

    @Test func `two writings of one adult are one identity`() throws {
        let birth = try Day(reading: "1980-02-29")
        let one = HouseholdIdentity(
            familyName: "Dé La-Cruz",
            givenName: "JOSÉ  María",
            birth: birth
        )
        let other = HouseholdIdentity(
            familyName: "de lacruz",
            givenName: "Jose-Maria",
            birth: birth
        )

        #expect(one == other)
        #expect(one.text == "delacruz|josemaria|1980-02-29")
    }

    @Test(arguments: [
        (Voucher.sample(revoked: true), DeviceType.laptop, 0, Refusal.Code.voucherRevoked),
        (.sample(), .laptop, -1, .voucherNotYetValid), (.sample(), .laptop, 91, .voucherExpired),
        (.sample(), .printer, 0, .kindNotAllowed), (.sample(), .server, 0, .kindNotAllowed),
        (.sample(), .tablet, 0, .quotaReached),
    ])
    func `a voucher that does not serve is refused by name`(
        voucher: Voucher,
        type: DeviceType,
        daysAfter: Int,
        code: Refusal.Code
    ) {
        let refusal = #expect(throws: Refusal.self) {
            try voucher.requireUsable(for: type, on: day.adding(days: daysAfter))
        }

        #expect(refusal?.code == code)
    }

    @Test func `a voucher serves from its first to its last day`() throws {
        try Voucher.sample().requireUsable(for: .laptop, on: day)
        try Voucher.sample().requireUsable(for: .miniPc, on: day.adding(days: 90))
    }

    private func approval(_ evidence: EligibilityEvidence) -> EligibilityExplanation? {
        let outcome = rules.decide(on: evidence, household: Household(persons: 1), day: day)
        guard case .approved(let explanation) = outcome else { return nil }
        return explanation
    }
}

extension Voucher {
    static func sample(revoked: Bool = false) -> Voucher {
        Voucher(
            code: "V-TEST",
            validity: DayRange(from: Day(number: 20_767), andDaysAfter: 90),
            isRevoked: revoked,
            remaining: [.mainDevice: 1, .tablet: 0]
        )
    }
}
