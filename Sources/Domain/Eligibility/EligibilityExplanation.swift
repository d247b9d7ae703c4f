/// An approval and everything that led to it.
///
/// For the social service alone: it names the basis.
public struct EligibilityExplanation: Hashable, Codable, Sendable {
    public enum Basis: Hashable, Codable, Sendable {
        case quotient(FamilyQuotient)
        case status(SocialStatus)
        /// What the household earns in a year, and the table that it passed.
        case income(cents: Int64, table: String)
        /// The bracket that the figures give, if any, and the reason for another.
        case override(from: Bracket?, reason: String)
    }

    public let basis: Basis
    public let bracket: Bracket
    public let quotas: [QuotaKind: Int]
    public let validity: DayRange
    /// True when the person who decides must not be the one who entered it (rulebook 6.10).
    public let needsOtherApprover: Bool
    public let ruleVersion: String
    public let packVersion: String

    public init(
        basis: Basis,
        bracket: Bracket,
        quotas: [QuotaKind: Int],
        validity: DayRange,
        needsOtherApprover: Bool,
        ruleVersion: String,
        packVersion: String
    ) {
        self.basis = basis
        self.bracket = bracket
        self.quotas = quotas
        self.validity = validity
        self.needsOtherApprover = needsOtherApprover
        self.ruleVersion = ruleVersion
        self.packVersion = packVersion
    }

    public func sentence(in language: Language) -> String {
        let last = validity.last.formatted(in: language)
        switch language {
        case .fr:
            return "Tranche \(bracket.name) (\(basisWords(in: .fr))), bon valable jusqu'au \(last)."
        case .en:
            return "Bracket \(bracket.name) (\(basisWords(in: .en))), voucher valid until \(last)."
        }
    }

    private func basisWords(in language: Language) -> String {
        switch basis {
        case .quotient(let quotient):
            return "\(quotient.source.label(in: language)) \(quotient.value)"
        case .status(let status): return status.label(in: language)
        case .income(_, let table):
            return language == .fr
                ? "revenus sous le seuil de la table \(table)"
                : "income below the limit of table \(table)"
        case .override(_, let reason):
            return (language == .fr ? "décision motivée : " : "reasoned decision: ") + reason
        }
    }
}

/// What the rules say of an application.
public enum EligibilityOutcome: Hashable, Codable, Sendable {
    case approved(EligibilityExplanation)
    /// Something is missing; the application stays open.
    case incomplete(Refusal)
    case refused(Refusal)
}
