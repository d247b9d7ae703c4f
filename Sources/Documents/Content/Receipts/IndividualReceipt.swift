public import Domain

/// The fiscal receipt of an individual's gift (RFP), with the mentions of Cerfa 11580*05.
///
/// The beneficiary sets the value: what the donor could have sold the goods for.
public struct IndividualReceipt: DocumentContent {
    /// The legal form of the gift, as the tax form lists them.
    public enum Form: String, Codable, Hashable, Sendable, CaseIterable {
        case authenticDeed = "AUTHENTIC_DEED"
        case privateDeed = "PRIVATE_DEED"
        case manualGift = "MANUAL_GIFT"
        case other = "OTHER"

        var french: String {
            switch self {
            case .authenticDeed: "Acte authentique"
            case .privateDeed: "Acte sous seing privé"
            case .manualGift: "Déclaration de don manuel"
            case .other: "Autres"
            }
        }
    }

    public let issue: Issue
    public let beneficiary: Issuer
    public let donor: Person
    public let form: Form
    public let goods: [GoodsLine]
    public let serials: [SerialLine]
    public let amount: Money
    public let amountInWords: String?
    /// Day of the hand-over.
    public let givenOn: Day
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        beneficiary: Issuer,
        donor: Person,
        form: Form = .manualGift,
        goods: [GoodsLine],
        serials: [SerialLine] = [],
        amount: Money,
        amountInWords: String? = nil,
        givenOn: Day,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.beneficiary = beneficiary
        self.donor = donor
        self.form = form
        self.goods = goods
        self.serials = serials
        self.amount = amount
        self.amountInWords = amountInWords
        self.givenOn = givenOn
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .rfp }
    public var language: Language { .fr }

    static let title = "Reçu au titre des dons à certains organismes d'intérêt général"
    static let law =
        "Article 200 du code général des impôts (CGI) · modèle Cerfa n° 11580*05 (2041-RD)"

    public var mandatoryMentions: [String] {
        let common = [
            Self.title, Self.law, issue.number, FiscalWording.individual, amount.receiptForm,
            "☒ \(form.french)", "☒ Autres (don en nature)", "☐ Numéraire",
            givenOn.formatted(in: language), issue.day.formatted(in: language), signatory.name,
            signatory.role,
        ]
        let parties = [
            beneficiary.name, beneficiary.registration, beneficiary.address.inline,
            beneficiary.object ?? "Objet", beneficiary.taxCategory ?? "Catégorie", donor.name,
            donor.address.inline,
        ]
        return common + parties + goods.map { "\($0.quantity) \($0.nature)" }
            + serials.map(\.serial) + (replaces.map { [$0.sentence(in: .fr)] } ?? [])
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        paper.letterhead(
            beneficiary,
            to: donor.envelope,
            [
                Fact(label: "Numéro d'ordre", value: issue.number),
                Fact(label: "Émis le", value: issue.day.formatted(in: language)),
            ]
        )
        paper.title(Self.title)
        paper.paragraph(Self.law, .label)
        paper.history(replaces, language)
        paper.beneficiary(beneficiary)
        paper.heading("Donateur")
        paper.facts([
            Fact(label: "Nom et prénom", value: donor.name, isStrong: true),
            Fact(label: "Adresse", value: donor.address.inline),
        ])
        paper.heading("Don")
        paper.facts([
            Fact(label: "Date du don", value: givenOn.formatted(in: language)),
            Fact(
                label: "Forme du don",
                value: boxes(Form.allCases.map { ($0.french, $0 == form) })
            ),
            Fact(
                label: "Nature du don",
                value: boxes([
                    ("Numéraire", false), ("Titres de sociétés cotés", false),
                    ("Autres (don en nature)", true),
                ])
            ),
        ])
        try paper.goods(goods, total: amount, language)
        composeEnd(on: paper)
        try paper.appendix(serials, of: issue.number, language)
    }

    private func boxes(_ choices: [(String, Bool)]) -> String {
        choices.map { "\($0.1 ? "☒" : "☐")\u{A0}\($0.0)" }.joined(separator: "    ")
    }

    private func composeEnd(on paper: Composition) {
        paper.framedAmount(
            "Le bénéficiaire reconnaît avoir reçu un don ouvrant droit à réduction d'impôt pour une "
                + "valeur, en euros, de :",
            amount.receiptForm
        )
        if let amountInWords {
            paper.paragraph("Somme en toutes lettres : \(amountInWords)")
        }
        paper.signed(
            "\(FiscalWording.individual).",
            signatory,
            "Fait à \(signatory.place), le \(issue.day.formatted(in: language))"
        )
    }
}
