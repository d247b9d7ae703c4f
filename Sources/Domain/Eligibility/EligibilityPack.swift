/// How a country finds out whether a household is helped (rulebook 6.11).
public enum EligibilityEngine: String, Vocabulary {
    /// A quotient and brackets.
    case quotientGrid = "qf_grid"
    /// A yearly income against a table by size of household.
    case incomeRatio = "fpl_ratio"
    /// A status alone.
    case statusOnly = "status_only"

    public var label: Phrase {
        switch self {
        case .quotientGrid: Phrase(fr: "grille de quotient", en: "grid of quotients")
        case .incomeRatio: Phrase(fr: "part d'un revenu de référence", en: "share of an income")
        case .statusOnly: Phrase(fr: "statut seul", en: "status alone")
        }
    }
}

/// A country's rules of eligibility, as data: which engine, which statuses, which ages and terms.
public struct EligibilityPack: Hashable, Codable, Sendable {
    /// A status and the bracket that it opens.
    public struct StatusRule: Hashable, Codable, Sendable {
        public let status: SocialStatus
        /// Counted from 1.
        public let bracket: Int

        public init(_ status: SocialStatus, bracket: Int) {
            self.status = status
            self.bracket = bracket
        }
    }

    public let version: String
    /// ISO 3166, such as `FR`.
    public let country: String
    public let engine: EligibilityEngine
    public let statuses: [StatusRule]
    /// Passing one of them is enough; empty unless the engine compares incomes.
    public let incomeTables: [IncomeTable]
    /// The bracket of who passes an income table.
    public let incomeBracket: Int
    /// For how many months a certificate proves anything.
    public let proofMonths: Int
    /// Days after the decision on which a voucher still serves.
    public let validityDays: Int
    /// Days that one renewal adds.
    public let renewalDays: Int
    /// How many brackets lower an override may go.
    public let overrideLimit: Int
    /// Months within which a refusal may be appealed.
    public let appealMonths: Int

    private enum CodingKeys: String, CodingKey {
        case version, country, engine, statuses
        case incomeTables = "income_tables"
        case incomeBracket = "income_bracket"
        case proofMonths = "proof_months"
        case validityDays = "validity_days"
        case renewalDays = "renewal_days"
        case overrideLimit = "override_limit"
        case appealMonths = "appeal_months"
    }

    public init(
        version: String,
        country: String,
        engine: EligibilityEngine,
        statuses: [StatusRule],
        incomeTables: [IncomeTable] = [],
        incomeBracket: Int = 1,
        proofMonths: Int = 3,
        validityDays: Int = 90,
        renewalDays: Int = 30,
        overrideLimit: Int = 2,
        appealMonths: Int = 2
    ) {
        self.version = version
        self.country = country
        self.engine = engine
        self.statuses = statuses
        self.incomeTables = incomeTables
        self.incomeBracket = incomeBracket
        self.proofMonths = proofMonths
        self.validityDays = validityDays
        self.renewalDays = renewalDays
        self.overrideLimit = overrideLimit
        self.appealMonths = appealMonths
    }

    /// What a status opens; nil when this country does not know it.
    public func bracket(of status: SocialStatus) -> Bracket? {
        statuses.first { $0.status == status }.map { Bracket($0.bracket) }
    }

    /// The tables in force on a day, one of each name.
    public func incomeTables(on day: Day) -> [IncomeTable] {
        let begun = incomeTables.filter { $0.from <= day }
        let names = begun.map(\.name).reduce(into: [String]()) { names, name in
            if !names.contains(name) { names.append(name) }
        }
        return names.compactMap { name in
            begun.filter { $0.name == name }.max { $0.from < $1.from }
        }
    }

    /// Whether every number of it makes sense: brackets from 1, terms that are not empty.
    public var isWhole: Bool {
        statuses.allSatisfy { $0.bracket >= 1 } && incomeBracket >= 1 && proofMonths >= 1
            && validityDays >= 1 && renewalDays >= 0 && overrideLimit >= 0 && appealMonths >= 1
            && (engine == .incomeRatio) == !incomeTables.isEmpty
    }
}

extension EligibilityPack {
    /// The packs that Moulin brings, by country.
    public static let all: [EligibilityPack] = [
        .france, .unitedStates, .unitedKingdom, .canada, .belgium,
    ]

    /// Quotient of the family funds or a status (rulebook 2.1 to 2.4).
    public static let france = EligibilityPack(
        version: "FR-2026-1",
        country: "FR",
        engine: .quotientGrid,
        statuses: rules(.france)
    )

    /// A programme, or an income below twice the poverty line, on papers of the last twelve months.
    public static let unitedStates = EligibilityPack(
        version: "US-2026-1",
        country: "US",
        engine: .incomeRatio,
        statuses: rules(.unitedStates),
        incomeTables: IncomeTable.povertyLine,
        proofMonths: 12
    )

    public static let unitedKingdom = EligibilityPack(
        version: "UK-2026-1",
        country: "GB",
        engine: .statusOnly,
        statuses: rules(.unitedKingdom)
    )

    /// Statuses alone: the tables of low incomes are published by who applies them.
    public static let canada = EligibilityPack(
        version: "CA-2026-1",
        country: "CA",
        engine: .statusOnly,
        statuses: rules(.canada),
        proofMonths: 12
    )

    public static let belgium = EligibilityPack(
        version: "BE-2026-1",
        country: "BE",
        engine: .statusOnly,
        statuses: rules(.belgium)
    )

    private static func rules(_ country: SocialStatus.Country) -> [StatusRule] {
        SocialStatus.allCases.filter { $0.country == country }.map {
            StatusRule($0, bracket: $0.defaultBracket.number)
        }
    }
}
