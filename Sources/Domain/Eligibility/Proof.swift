/// A paper that was seen, by what it proves.
public enum ProofKind: String, Vocabulary {
    case familyFundsCertificate = "family_funds_certificate"
    case taxNotice = "tax_notice"
    case statusCertificate = "status_certificate"
    case incomePaper = "income_paper"
    case photoIdentity = "photo_identity"
    case proofOfAddress = "proof_of_address"

    public var label: Phrase {
        switch self {
        case .familyFundsCertificate:
            Phrase(fr: "attestation CAF ou MSA", en: "family funds' certificate")
        case .taxNotice: Phrase(fr: "avis d'impôt", en: "tax notice")
        case .statusCertificate: Phrase(fr: "attestation de statut", en: "certificate of status")
        case .incomePaper: Phrase(fr: "justificatif de revenus", en: "proof of income")
        case .photoIdentity: Phrase(fr: "pièce d'identité", en: "photo identity")
        case .proofOfAddress: Phrase(fr: "justificatif de domicile", en: "proof of address")
        }
    }
}

/// A proof as noted by the person who saw it; the paper itself is not kept.
public struct Proof: Hashable, Codable, Sendable {
    public let kind: ProofKind
    public let issuedOn: Day
    /// The year of the income on a tax notice; nil for other proofs.
    public let incomeYear: Int16?

    public init(_ kind: ProofKind, issuedOn: Day, incomeYear: Int16? = nil) {
        self.kind = kind
        self.issuedOn = issuedOn
        self.incomeYear = incomeYear
    }

    /// The last day on which it proves anything where certificates hold for three months; nil when it does not age.
    public var lastDay: Day? { lastDay(months: EligibilityPack.france.proofMonths) }

    /// The last day on which it proves anything; nil when it does not age.
    ///
    /// Certificates must be younger than so many months. A tax notice tells of income of the year
    /// before, or of two years before until the new ones come in September: income of 2024 is
    /// good until 2026-09-30.
    public func lastDay(months: Int) -> Day? {
        switch kind {
        case .familyFundsCertificate, .statusCertificate, .proofOfAddress, .incomePaper:
            issuedOn.adding(months: months).adding(days: -1)
        case .taxNotice: Day((incomeYear.map(Int.init) ?? issuedOn.year - 1) + 2, 9, 30)
        case .photoIdentity: nil
        }
    }

    /// A tax notice tells of a year that was over when it was written.
    private func requireIncomeYearIsOver() throws(Refusal) {
        guard kind == .taxNotice, let incomeYear, Int(incomeYear) >= issuedOn.year else { return }
        let rule = Phrase(
            fr:
                "aucun avis d'impôt n'est établi avant la fin de l'année de ses revenus, \(incomeYear)",
            en: "no tax notice is written before the year of its income, \(incomeYear), is over"
        )
        throw Refusal(
            .backDated,
            ["day": .day(issuedOn), "rule": .word("after_the_income_year", rule)]
        )
    }

    /// Refuses a proof that is too old, dated in the future, or of a year of income that was not over.
    public func requireFresh(
        on day: Day,
        months: Int = EligibilityPack.france.proofMonths
    ) throws(Refusal) {
        guard issuedOn <= day else {
            throw Refusal(
                .backDated,
                [
                    "day": .day(issuedOn),
                    "rule": .word(
                        "not_in_the_future",
                        Phrase(
                            fr: "un justificatif ne date pas de l'avenir",
                            en: "no proof is of the future"
                        )
                    ),
                ]
            )
        }
        try requireIncomeYearIsOver()
        guard let lastDay = lastDay(months: months), day > lastDay else { return }
        throw Refusal(
            .proofExpired,
            ["proof": .word(kind), "issued_on": .day(issuedOn), "last_day": .day(lastDay)]
        )
    }
}
