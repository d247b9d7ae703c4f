public import Domain
import Store

/// What was verified of a household's means: at most one quotient, an income, a status.
///
/// Absent is never zero.
public struct HouseholdMeans: Codable, Sendable, Hashable {
    /// The quotient as the family funds wrote it.
    public struct Official: Codable, Sendable, Hashable {
        public let quotient: Int
        public let fund: Fund

        public enum Fund: String, CaseIterable, Codable, Sendable { case caf, msa }

        /// The month for which it holds; nil when the paper did not say it.
        public let year: Int?
        public let month: Int?

        public init(quotient: Int, fund: Fund = .caf, year: Int? = nil, month: Int? = nil) {
            self.quotient = quotient
            self.fund = fund
            self.year = year
            self.month = month
        }
    }

    /// Figures from papers, from which the family funds' formula is computed here.
    public struct Computed: Codable, Sendable, Hashable {
        public let yearlyCents: Int64
        public let monthlyBenefitCents: Int64
        public let children: Int
        public let disabledChildren: Int?

        public init(
            yearlyCents: Int64,
            monthlyBenefitCents: Int64,
            children: Int,
            disabledChildren: Int? = nil
        ) {
            self.yearlyCents = yearlyCents
            self.monthlyBenefitCents = monthlyBenefitCents
            self.children = children
            self.disabledChildren = disabledChildren
        }

        private enum CodingKeys: String, CodingKey {
            case children
            case yearlyCents = "yearly_cents"
            case monthlyBenefitCents = "monthly_benefit_cents"
            case disabledChildren = "disabled_children"
        }
    }

    /// Figures of a tax notice.
    public struct Fiscal: Codable, Sendable, Hashable {
        public let referenceIncomeCents: Int64
        /// Quarters of tax shares: one share is 4.
        public let quarterShares: Int

        public init(referenceIncomeCents: Int64, quarterShares: Int) {
            self.referenceIncomeCents = referenceIncomeCents
            self.quarterShares = quarterShares
        }

        private enum CodingKeys: String, CodingKey {
            case referenceIncomeCents = "reference_income_cents"
            case quarterShares = "quarter_shares"
        }
    }

    public let official: Official?
    public let computed: Computed?
    public let fiscal: Fiscal?
    /// What the whole household earns in a year, where incomes are compared with a table; nil is never zero.
    public let householdIncomeCents: Int64?
    /// A status whose proof replaces a quotient.
    public let status: SocialStatus?

    public init(
        official: Official? = nil,
        computed: Computed? = nil,
        fiscal: Fiscal? = nil,
        householdIncomeCents: Int64? = nil,
        status: SocialStatus? = nil
    ) {
        self.official = official
        self.computed = computed
        self.fiscal = fiscal
        self.householdIncomeCents = householdIncomeCents
        self.status = status
    }

    private enum CodingKeys: String, CodingKey {
        case official, computed, fiscal, status
        case householdIncomeCents = "household_income_cents"
    }
}

extension HouseholdMeans {
    /// As it is kept.
    ///
    /// - Throws: `several_quotients`, and `.unreadable` for figures that a household of so many persons cannot have.
    func evidence(setBy person: Int64, persons: Int) throws(Failure) -> EvidenceStore.Evidence {
        if let computed { try computed.require(persons: persons) }
        if let fiscal { try fiscal.requirePossible() }
        let quotient = try quotient()
        if let income = householdIncomeCents, income < 0 { throw negative(Int(income)) }
        return EvidenceStore.Evidence(
            quotient: quotient?.value,
            quotientSource: quotient.map(source),
            yearlyIncomeCents: householdIncomeCents,
            status: status,
            details: String(
                decoding: CommandJSON.encode(Figures(self)),
                as: UTF8.self
            ),
            setBy: person
        )
    }

    private func source(of quotient: FamilyQuotient) -> String {
        switch quotient.source {
        case .official: official?.fund.rawValue ?? Official.Fund.caf.rawValue
        case .localEstimate, .fiscal: quotient.source.rawValue
        }
    }

    private func quotient() throws(Failure) -> FamilyQuotient? {
        let given = [official.map { _ in Source.official }, computed.map { _ in .computed }]
        let sources = (given + [fiscal.map { _ in .fiscal }]).compactMap(\.self)
        guard sources.count <= 1 else {
            let names = sources.map { ($0.rawValue, $0.label) }
            throw .refused(Refusal(.severalQuotients, ["given": .list(names)]))
        }
        if let official {
            guard official.quotient >= 0 else { throw negative(official.quotient) }
            return FamilyQuotient(official.quotient)
        }
        if let computed { return computed.quotient }
        guard let fiscal else { return nil }
        return FamilyQuotient.fiscal(
            referenceIncome: Money(cents: fiscal.referenceIncomeCents),
            parts: HouseholdParts(quarters: fiscal.quarterShares)
        )
    }

    /// Where a quotient comes from, as people call it.
    private enum Source: String {
        case official, computed, fiscal

        var label: Phrase {
            switch self {
            case .official: Phrase(fr: "quotient de la caisse", en: "quotient of the fund")
            case .computed: Phrase(fr: "quotient estimé", en: "estimated quotient")
            case .fiscal: Phrase(fr: "avis d'impôt", en: "tax notice")
            }
        }
    }

    private func negative(_ number: Int) -> Failure {
        .unreadable(
            Unreadable(
                String(number),
                expected: Phrase(fr: "un nombre positif", en: "a positive number")
            )
        )
    }
}

extension HouseholdMeans.Fiscal {
    /// A notice shows no reference income below zero, and nobody has less than one share.
    fileprivate func requirePossible() throws(Failure) {
        try Failure.requireNotNegative(
            referenceIncomeCents,
            Phrase(
                fr: "un revenu fiscal de référence de zéro ou plus (reference_income_cents)",
                en: "a reference income of zero or more (reference_income_cents)"
            )
        )
        guard quarterShares < HouseholdParts.oneShare else { return }
        throw .unreadable(
            Unreadable(
                String(quarterShares),
                expected: Phrase(
                    fr:
                        "des quarts de part fiscale, 4 au moins : une part en fait 4, deux et demie 10 (quarter_shares)",
                    en:
                        "quarters of a tax share, 4 at least: one share is 4, two and a half 10 (quarter_shares)"
                )
            )
        )
    }
}

extension HouseholdMeans.Computed {
    /// Children live in the home with an adult at least; the disabled are among them.
    fileprivate func require(persons: Int) throws(Failure) {
        let resources = Phrase(
            fr: "des ressources de zéro ou plus (yearly_cents, monthly_benefit_cents)",
            en: "resources of zero or more (yearly_cents, monthly_benefit_cents)"
        )
        try Failure.requireNotNegative(yearlyCents, resources)
        try Failure.requireNotNegative(monthlyBenefitCents, resources)
        let most = max(persons - 1, 0)
        guard (0...most).contains(children) else {
            throw .unreadable(
                Unreadable(
                    String(children),
                    expected: Phrase(
                        fr: "de 0 à \(most) enfants, pour \(persons) personnes au foyer (children)",
                        en:
                            "from 0 to \(most) children, of \(persons) persons in the home (children)"
                    )
                )
            )
        }
        guard (0...children).contains(disabledChildren ?? 0) else {
            throw .unreadable(
                Unreadable(
                    String(disabledChildren ?? 0),
                    expected: Phrase(
                        fr: "de 0 à \(children) enfants handicapés (disabled_children)",
                        en: "from 0 to \(children) disabled children (disabled_children)"
                    )
                )
            )
        }
    }

    fileprivate var quotient: FamilyQuotient {
        FamilyQuotient.estimated(
            yearlyResources: Money(cents: yearlyCents),
            monthlyBenefits: Money(cents: monthlyBenefitCents),
            parts: .family(
                children: children,
                disabledChildren: disabledChildren ?? 0
            )
        )
    }
}

/// The figures from which a quotient was computed, as they are kept beside it.
private struct Figures: Codable {
    let official: HouseholdMeans.Official?
    let computed: HouseholdMeans.Computed?
    let fiscal: HouseholdMeans.Fiscal?

    init(_ means: HouseholdMeans) {
        official = means.official
        computed = means.computed
        fiscal = means.fiscal
    }
}
