extension DonorKind {
    /// The document to which this donor has a right (rulebook 1.1), the chief one first.
    public var documents: [DocumentType] {
        switch self {
        case .individual: [.rfp]
        case .company: [.rfe]
        case .publicBody: [.acg, .enr]
        case .association: [.adn]
        }
    }

    /// The article of the tax code under which a gift lowers a tax; nil where none does.
    public var taxArticle: String? {
        switch self {
        case .individual: "200"
        case .company: "238 bis"
        case .publicBody, .association: nil
        }
    }

    /// The bases on which such a donor's gift may be valued (rulebook 1.2).
    public var valuationBases: [ValuationBasis] {
        switch self {
        case .individual: [.marketValue, .donorEstimate]
        case .company: [.costPrice, .stockValue, .netBookValue, .marketValue]
        case .publicBody, .association: ValuationBasis.allCases
        }
    }

    /// What a gift of this amount may bring; 75 % concerns meals and care, never computers.
    func information(for amount: Money) -> Phrase {
        switch self {
        case .individual:
            let share = amount.share(percent: 66)
            return Phrase(
                fr:
                    "66 % = \(share.formatted(in: .fr)), dans la limite de 20 % du revenu imposable",
                en: "66 % = \(share.formatted(in: .en)) within 20 % of taxable income"
            )
        case .company:
            let share = amount.share(percent: 60)
            return Phrase(
                fr: "60 % = \(share.formatted(in: .fr)), dans la limite du plus élevé de "
                    + "20\u{202F}000\u{A0}€ et 0,5 % du chiffre d'affaires",
                en: "60 % = \(share.formatted(in: .en)), subject to ceiling "
                    + "max(€20,000; 0.5 % turnover)"
            )
        case .publicBody, .association:
            return Phrase(fr: "aucun avantage fiscal", en: "no tax effect")
        }
    }
}
