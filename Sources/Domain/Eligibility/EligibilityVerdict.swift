/// What each piece of evidence gives by itself, under the tables in force on a day.
struct EligibilityVerdict {
    typealias Finding = (bracket: Bracket, basis: EligibilityExplanation.Basis)

    private let evidence: EligibilityEvidence
    private let household: Household
    private let day: Day
    private let pack: EligibilityPack
    private let brackets: BracketTable
    private let tables: [IncomeTable]

    init(
        _ evidence: EligibilityEvidence,
        _ household: Household,
        _ day: Day,
        _ pack: EligibilityPack,
        _ brackets: BracketTable
    ) {
        self.evidence = evidence
        self.household = household
        self.day = day
        self.pack = pack
        self.brackets = brackets
        tables = pack.incomeTables(on: day)
    }

    /// Figures or a status that the country's engine looks at.
    var hasSomethingToSay: Bool { quotient != nil || income != nil || !statuses.isEmpty }

    /// The lowest bracket; figures come before statuses where both give the same, so that the order of proofs says nothing.
    var mostFavourable: Finding? {
        var findings: [Finding] = []
        if let quotient, let bracket = brackets.bracket(for: quotient.value) {
            findings.append((bracket, .quotient(quotient)))
        }
        if let income, let table = passed(by: income) {
            let bracket = Bracket(pack.incomeBracket)
            findings.append((bracket, .income(cents: income, table: table.version)))
        }
        findings += statuses.map { ($0.1, .status($0.0)) }
        return findings.min { $0.bracket < $1.bracket }
    }

    /// That an income is known and no table to compare it with is in force; nil otherwise.
    var missingTable: Refusal? {
        guard income != nil, tables.isEmpty else { return nil }
        let table = Phrase(fr: "table de revenus", en: "table of incomes")
        return Refusal(.ruleMissing, ["rule": .word("income_table", table), "day": .day(day)])
    }

    /// Why nothing helps; only for evidence that has something to say.
    var aboveTheLimit: Refusal {
        if let income, let table = tables.first {
            let limit = table.amount(persons: household.persons) * Int64(table.percent) / 100
            return Refusal(
                .incomeAboveLimit,
                [
                    "income": .money(Money(cents: income, currency: pack.currency)),
                    "limit": .money(Money(cents: limit, currency: pack.currency)),
                    "persons": .number(household.persons), "table": .text(table.version),
                ],
                next: ["appeal"]
            )
        }
        return Refusal(
            .incomeAboveCeiling,
            [
                "quotient": .number(quotient?.value ?? brackets.ceiling),
                "ceiling": .number(brackets.ceiling), "grid": .text(brackets.version),
            ],
            next: ["appeal"]
        )
    }

    private var quotient: FamilyQuotient? {
        pack.engine == .quotientGrid ? evidence.quotient : nil
    }

    private var income: Int64? {
        pack.engine == .incomeRatio ? evidence.yearlyIncomeCents : nil
    }

    /// The statuses that this country knows, in the order of the vocabulary.
    private var statuses: [(SocialStatus, Bracket)] {
        SocialStatus.allCases.filter { evidence.statuses.contains($0) }.compactMap { status in
            pack.bracket(of: status).map { (status, $0) }
        }
    }

    private func passed(by income: Int64) -> IncomeTable? {
        tables.first { $0.admits(yearlyCents: income, persons: household.persons) }
    }
}

extension EligibilityPack {
    /// The currency of its amounts.
    var currency: Currency {
        switch country {
        case "US": .usd
        case "GB": .gbp
        case "CA": .cad
        default: .eur
        }
    }
}

extension EligibilityEngine {
    /// What a person may bring.
    var proofs: [ProofKind] {
        switch self {
        case .quotientGrid: [.familyFundsCertificate, .taxNotice, .statusCertificate]
        case .incomeRatio: [.incomePaper, .taxNotice, .statusCertificate]
        case .statusOnly: [.statusCertificate]
        }
    }
}
