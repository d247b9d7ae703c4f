/// From evidence to a decision (rulebook 2.1 to 2.6).
public struct EligibilityRules: Hashable, Codable, Sendable {
    /// The brackets' version, which names the grid that decides.
    public let version: String
    public let pack: EligibilityPack
    public let brackets: BracketTable
    public let quotas: QuotaRules

    public init(
        pack: EligibilityPack = .france,
        brackets: BracketTable,
        quotas: QuotaRules = QuotaRules()
    ) {
        version = brackets.version
        self.pack = pack
        self.brackets = brackets
        self.quotas = quotas
    }

    public static let frenchDemo2026 = EligibilityRules(brackets: .frenchDemo2026)

    public var validityDays: Int { pack.validityDays }
    public var renewalDays: Int { pack.renewalDays }
    public var overrideLimit: Int { pack.overrideLimit }

    /// Decides on verified evidence; the most favourable of figures and statuses counts, in whatever order they came.
    ///
    /// The same evidence gives the same answer under the same tables: keep their versions with the decision.
    public func decide(
        on evidence: EligibilityEvidence,
        household: Household,
        day: Day
    ) -> EligibilityOutcome {
        let verdict = EligibilityVerdict(evidence, household, day, pack, brackets)
        guard verdict.hasSomethingToSay else {
            return .incomplete(Refusal(.proofMissing, ["proof": .list(pack.engine.proofs)]))
        }
        let found = verdict.mostFavourable
        if found == nil, let missing = verdict.missingTable { return .incomplete(missing) }
        if let override = evidence.override {
            return decide(override, from: found?.bracket, household, day)
        }
        guard let found else { return .refused(verdict.aboveTheLimit) }
        return .approved(explanation(found.basis, found.bracket, household, day))
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
                    drop > overrideLimit ? .overrideTooLarge : .overrideNotBetter,
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
            ruleVersion: version,
            packVersion: pack.version
        )
    }
}

extension EligibilityExplanation.Basis {
    /// An official proof may be decided alone; an override or our own estimate may not.
    fileprivate var needsOtherApprover: Bool {
        switch self {
        case .quotient(let quotient): quotient.source == .localEstimate
        case .status, .income: false
        case .override: true
        }
    }
}
