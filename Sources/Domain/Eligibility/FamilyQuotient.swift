/// A monthly income for each share of a household, in whole euros.
///
/// An absent quotient is nil, never 0: the family funds answer "none" for people they do not know.
public struct FamilyQuotient: Hashable, Codable, Sendable {
    public enum Source: String, Vocabulary {
        case official
        case localEstimate = "local_estimate"
        case fiscal

        public var label: Phrase {
            switch self {
            case .official:
                Phrase(fr: "quotient de la CAF ou de la MSA", en: "family funds' quotient")
            case .localEstimate: Phrase(fr: "calcul sur pièces", en: "computed from papers")
            case .fiscal: Phrase(fr: "quotient fiscal", en: "tax quotient")
            }
        }
    }

    public let value: Int
    public let source: Source

    /// - Precondition: `value` is not negative.
    public init(_ value: Int, source: Source = .official) {
        precondition(value >= 0, "a quotient is not negative")
        self.value = value
        self.source = source
    }

    /// The quotient as the family funds compute it: (yearly resources / 12 + monthly benefits) / parts.
    ///
    /// Exact until it is rounded once, half up. Negative resources count as none.
    public static func estimated(
        yearlyResources: Money,
        monthlyBenefits: Money,
        parts: HouseholdParts
    ) -> FamilyQuotient {
        let yearly = yearlyResources + monthlyBenefits * 12
        return FamilyQuotient(monthlyShare(of: yearly, parts), source: .localEstimate)
    }

    /// The fallback for people whom no family fund knows: reference income / 12 / tax parts.
    public static func fiscal(referenceIncome: Money, parts: HouseholdParts) -> FamilyQuotient {
        FamilyQuotient(monthlyShare(of: referenceIncome, parts), source: .fiscal)
    }

    /// Yearly cents over (12 months × 100 cents × quarters / 4), rounded half up.
    private static func monthlyShare(of yearly: Money, _ parts: HouseholdParts) -> Int {
        let cents = Int(max(yearly.cents, 0))
        let divisor = 300 * parts.quarters
        return (2 * cents + divisor) / (2 * divisor)
    }
}
