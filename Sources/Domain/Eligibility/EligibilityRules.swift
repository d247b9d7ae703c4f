/// From evidence to a decision (rulebook 2.1 to 2.6).
public struct EligibilityRules: Hashable, Codable, Sendable {
    public let version: String
    public let brackets: BracketTable
    public let quotas: QuotaRules
    /// Days after the decision on which a voucher still serves.
    public let validityDays: Int
    /// Days that one renewal adds.
    public let renewalDays: Int
    /// How many brackets lower an override may go.
    public let overrideLimit: Int

    public init(
        version: String,
        brackets: BracketTable,
        quotas: QuotaRules = QuotaRules(),
        validityDays: Int = 90,
        renewalDays: Int = 30,
        overrideLimit: Int = 2
    ) {
        self.version = version
        self.brackets = brackets
        self.quotas = quotas
        self.validityDays = validityDays
        self.renewalDays = renewalDays
        self.overrideLimit = overrideLimit
    }

    public static let frenchDemo2026 = EligibilityRules(
        version: "FR-DEMO-2026",
        brackets: .frenchDemo2026
    )

    /// Decides on verified evidence; the more favourable of quotient and status counts.
    public func decide(
        on evidence: EligibilityEvidence,
        household: Household,
        day: Day
    ) -> EligibilityOutcome {
        guard evidence.quotient != nil || !evidence.statuses.isEmpty else {
            let proof = Fact.list([
                ProofKind.familyFundsCertificate, .taxNotice, .statusCertificate,
            ])
            return .incomplete(Refusal(.proofMissing, ["proof": proof]))
        }
        let found = mostFavourable(evidence)
        if let override = evidence.override {
            return decide(override, from: found?.bracket, household, day)
        }
        guard let (bracket, basis) = found else { return .refused(aboveCeiling(evidence.quotient)) }
        return .approved(explanation(basis, bracket, household, day))
    }

    /// The voucher's days after its one renewal.
    ///
    /// - Throws: `voucher_already_renewed`.
    public func renewed(
        _ validity: DayRange,
        voucher: String,
        wasRenewed: Bool
    ) throws(Refusal) -> DayRange {
        guard !wasRenewed else {
            throw Refusal(.voucherAlreadyRenewed, ["voucher": .text(voucher)])
        }
        return DayRange(from: validity.first, andDaysAfter: validity.dayCount - 1 + renewalDays)
    }

    private func mostFavourable(
        _ evidence: EligibilityEvidence
    ) -> (bracket: Bracket, basis: EligibilityExplanation.Basis)? {
        var found: [(bracket: Bracket, basis: EligibilityExplanation.Basis)] = []
        if let quotient = evidence.quotient, let bracket = brackets.bracket(for: quotient.value) {
            found.append((bracket, .quotient(quotient)))
        }
        found += evidence.statuses.map { ($0.defaultBracket, .status($0)) }
        return found.min { $0.bracket < $1.bracket }
    }

    private func decide(
        _ override: BracketOverride,
        from bracket: Bracket?,
        _ household: Household,
        _ day: Day
    ) -> EligibilityOutcome {
        // Above the ceiling counts as the bracket after the last.
        let start = bracket ?? Bracket(brackets.count + 1)
        if override.reason.allSatisfy(\.isWhitespace) {
            let action = Phrase(fr: "changer de tranche", en: "set another bracket")
            let fact = Fact.word("override_bracket", action)
            return .incomplete(Refusal(.reasonMissing, ["action": fact]))
        }
        let drop = start.number - override.bracket.number
        guard (0...overrideLimit).contains(drop), override.bracket.number <= brackets.count else {
            return .refused(
                Refusal(
                    .overrideTooLarge,
                    [
                        "from": .text(start.name), "to": .text(override.bracket.name),
                        "limit": .number(overrideLimit),
                    ]
                )
            )
        }
        let basis = EligibilityExplanation.Basis.override(from: bracket, reason: override.reason)
        return .approved(explanation(basis, override.bracket, household, day))
    }

    private func explanation(
        _ basis: EligibilityExplanation.Basis,
        _ bracket: Bracket,
        _ household: Household,
        _ day: Day
    ) -> EligibilityExplanation {
        EligibilityExplanation(
            basis: basis,
            bracket: bracket,
            quotas: quotas.limits(for: household),
            validity: DayRange(from: day, andDaysAfter: validityDays),
            needsOtherApprover: basis.needsOtherApprover,
            ruleVersion: version
        )
    }

    private func aboveCeiling(_ quotient: FamilyQuotient?) -> Refusal {
        Refusal(
            .incomeAboveCeiling,
            [
                "quotient": .number(quotient?.value ?? brackets.ceiling),
                "ceiling": .number(brackets.ceiling), "grid": .text(brackets.version),
            ],
            next: ["appeal"]
        )
    }
}

extension EligibilityExplanation.Basis {
    /// An official proof may be decided alone; an override or our own estimate may not.
    fileprivate var needsOtherApprover: Bool {
        switch self {
        case .quotient(let quotient): quotient.source == .localEstimate
        case .status: false
        case .override: true
        }
    }
}
