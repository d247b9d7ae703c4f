public import Domain

/// The attestation of a gift that opens no right to a tax reduction (ADN).
public struct DonationAttestation: DocumentContent {
    public let language: Language
    public let issue: Issue
    public let beneficiary: Issuer
    public let donor: Person
    public let goods: [GoodsLine]
    public let serials: [SerialLine]
    /// Day of the hand-over.
    public let givenOn: Day
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        language: Language = .fr,
        issue: Issue,
        beneficiary: Issuer,
        donor: Person,
        goods: [GoodsLine],
        serials: [SerialLine] = [],
        givenOn: Day,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.language = language
        self.issue = issue
        self.beneficiary = beneficiary
        self.donor = donor
        self.goods = goods
        self.serials = serials
        self.givenOn = givenOn
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .adn }

    private var title: String { language("Attestation de don", "Statement of donation") }
    private var notFiscal: String {
        language(
            "La présente attestation n'est pas un reçu fiscal et n'ouvre droit à aucune réduction d'impôt.",
            "This statement is not a tax receipt and gives no right to any tax relief."
        )
    }

    public var mandatoryMentions: [String] {
        [
            title, notFiscal, issue.number, issue.day.formatted(in: language),
            givenOn.formatted(in: language), beneficiary.name, beneficiary.registration,
            beneficiary.address.printed.joined(separator: " "), donor.name,
            donor.address.printed.joined(separator: " "), signatory.name, signatory.role,
        ] + goods.map { "\($0.quantity) \($0.nature)" } + serials.map(\.serial)
            + (replaces.map { [$0.sentence(in: language)] } ?? [])
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        paper.letterhead(
            beneficiary,
            to: donor.envelope,
            [
                Fact(label: language("Numéro", "Number"), value: issue.number),
                Fact(
                    label: language("Émise le", "Issued on"),
                    value: issue.day.formatted(in: language)
                ),
            ]
        )
        paper.title(title)
        paper.history(replaces, language)
        let day = givenOn.formatted(in: language)
        paper.paragraph(
            language(
                "\(beneficiary.name) atteste avoir reçu de \(donor.name), le \(day), à titre gratuit et sans "
                    + "contrepartie, le matériel suivant :",
                "\(beneficiary.name) states that it received from \(donor.name), on \(day), free of charge and "
                    + "for nothing in return, the following equipment:"
            ),
            after: mm(3)
        )
        try paper.goods(goods, total: nil, language)
        paper.paragraph(notFiscal, .strong)
        paper.paragraph(
            language(
                "Les supports de données sont effacés ou détruits avant toute remise à un tiers.",
                "Data-bearing media are erased or destroyed before anything is handed on."
            )
        )
        paper.signature(
            place: language(
                "Fait à \(signatory.place), le \(issue.day.formatted(in: language))",
                "\(signatory.place), \(issue.day.formatted(in: language))"
            ),
            signer: signatory.name,
            role: signatory.role
        )
        try paper.appendix(serials, of: issue.number, language)
    }
}
