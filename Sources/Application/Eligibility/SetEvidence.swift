public import Domain
public import Postgres
import Store

/// Sets what was verified of a household's means, in the place of what was set before.
///
/// At most one quotient: the family funds' own, one computed from papers, or one from a tax notice. Absent is never zero.
public struct SetEvidence: Command {
    public static let name = "set-evidence"
    public static let summary = Phrase(
        fr: "saisit les ressources vérifiées d'un foyer",
        en: "sets the verified means of a household"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    /// The quotient as the family funds wrote it.
    public struct Official: Codable, Sendable, Hashable {
        public let quotient: Int
        public let fund: Fund

        public enum Fund: String, Codable, Sendable { case caf, msa }

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

    public let application: Int64
    public let official: Official?
    public let computed: Computed?
    public let fiscal: Fiscal?
    /// What the whole household earns in a year, where incomes are compared with a table; nil is never zero.
    public let householdIncomeCents: Int64?
    /// A status whose proof replaces a quotient.
    public let status: SocialStatus?

    public init(
        application: Int64,
        official: Official? = nil,
        computed: Computed? = nil,
        fiscal: Fiscal? = nil,
        householdIncomeCents: Int64? = nil,
        status: SocialStatus? = nil
    ) {
        self.application = application
        self.official = official
        self.computed = computed
        self.fiscal = fiscal
        self.householdIncomeCents = householdIncomeCents
        self.status = status
    }

    private enum CodingKeys: String, CodingKey {
        case application, official, computed, fiscal, status
        case householdIncomeCents = "household_income_cents"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let application: Int64
        /// The quotient that counts; nil when none was given.
        public let quotient: Int?
    }

    /// - Throws: `unknown_application`, `application_closed`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        _ = try ApplicationStore.open(application, in: db)
        let quotient = try quotient()
        if let income = householdIncomeCents, income < 0 { throw negative(Int(income)) }
        let evidence = EvidenceStore.Evidence(
            quotient: quotient?.value,
            quotientSource: quotient.map(source),
            yearlyIncomeCents: householdIncomeCents,
            status: status,
            details: String(
                decoding: CommandJSON.encode(Details(official, computed, fiscal)),
                as: UTF8.self
            ),
            setBy: circumstances.speaker.person
        )
        try Failure.running { () throws(PostgresError) in
            let speaker = circumstances.speaker
            try EvidenceStore.keep(evidence, application: application, speaker, in: db)
            try ApplicationStore.tell(Self.name, of: application, in: db)
        }
        return Outcome(application: application, quotient: quotient?.value)
    }

    private func source(of quotient: FamilyQuotient) -> String {
        switch quotient.source {
        case .official: official?.fund.rawValue ?? Official.Fund.caf.rawValue
        case .localEstimate, .fiscal: quotient.source.rawValue
        }
    }

    private func quotient() throws(Failure) -> FamilyQuotient? {
        let given = [official.map { _ in "official" }, computed.map { _ in "computed" }]
        let names = (given + [fiscal.map { _ in "fiscal" }]).compactMap(\.self)
        guard names.count <= 1 else {
            throw .unreadable(
                Unreadable(
                    names.joined(separator: ", "),
                    expected: Phrase(fr: "un seul quotient", en: "one quotient only")
                )
            )
        }
        if let official {
            guard official.quotient >= 0 else { throw negative(official.quotient) }
            return FamilyQuotient(official.quotient)
        }
        if let computed { return computed.quotient }
        guard let fiscal else { return nil }
        guard fiscal.quarterShares > 0 else { throw negative(fiscal.quarterShares) }
        return FamilyQuotient.fiscal(
            referenceIncome: Money(cents: fiscal.referenceIncomeCents),
            parts: HouseholdParts(quarters: fiscal.quarterShares)
        )
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

extension SetEvidence.Computed {
    fileprivate var quotient: FamilyQuotient {
        FamilyQuotient.estimated(
            yearlyResources: Money(cents: yearlyCents),
            monthlyBenefits: Money(cents: monthlyBenefitCents),
            parts: .family(
                children: max(children, 0),
                disabledChildren: max(disabledChildren ?? 0, 0)
            )
        )
    }
}

/// The figures from which a quotient was computed, as they are kept beside it.
private struct Details: Codable {
    let official: SetEvidence.Official?
    let computed: SetEvidence.Computed?
    let fiscal: SetEvidence.Fiscal?

    init(
        _ official: SetEvidence.Official?,
        _ computed: SetEvidence.Computed?,
        _ fiscal: SetEvidence.Fiscal?
    ) {
        self.official = official
        self.computed = computed
        self.fiscal = fiscal
    }
}
