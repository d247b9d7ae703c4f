/// A bracket set by a person against the figures, for instance after a sudden loss of income.
public struct BracketOverride: Hashable, Codable, Sendable {
    public let bracket: Bracket
    public let reason: String

    public init(to bracket: Bracket, because reason: String) {
        self.bracket = bracket
        self.reason = reason
    }
}

/// What was verified of a household's means.
public struct EligibilityEvidence: Hashable, Codable, Sendable {
    /// Nil when none is available, which is not zero.
    public let quotient: FamilyQuotient?
    /// Cents that the whole household earns in a year; nil when it is not known, which is not zero.
    public let yearlyIncomeCents: Int64?
    public let statuses: [SocialStatus]
    public let override: BracketOverride?

    public init(
        quotient: FamilyQuotient? = nil,
        yearlyIncomeCents: Int64? = nil,
        statuses: [SocialStatus] = [],
        override: BracketOverride? = nil
    ) {
        self.quotient = quotient
        self.yearlyIncomeCents = yearlyIncomeCents
        self.statuses = statuses
        self.override = override
    }
}
