public import Domain

/// The fiscal receipt of a company's gift (RFE), with the mentions of Cerfa 16216*02.
///
/// The company alone sets the value. Only goods received and accepted are on it.
public struct CompanyReceipt: DocumentContent {
    public let issue: Issue
    public let beneficiary: Issuer
    public let donor: Company
    public let goods: [GoodsLine]
    /// One line per machine, printed on pages of its own.
    public let serials: [SerialLine]
    /// The only amount printed large: the one that opens the right to the reduction.
    public let amount: Money
    /// « deux mille quatre cents euros »; nil leaves the asterisks to say it, as the form allows to software.
    public let amountInWords: String?
    public let valuationBasis: ValuationBasis
    /// Days of the gift; `givenUntil` only for a receipt that covers a period.
    public let givenOn: Day
    public let givenUntil: Day?
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        beneficiary: Issuer,
        donor: Company,
        goods: [GoodsLine],
        serials: [SerialLine] = [],
        amount: Money,
        amountInWords: String? = nil,
        valuationBasis: ValuationBasis,
        givenOn: Day,
        givenUntil: Day? = nil,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.beneficiary = beneficiary
        self.donor = donor
        self.goods = goods
        self.serials = serials
        self.amount = amount
        self.amountInWords = amountInWords
        self.valuationBasis = valuationBasis
        self.givenOn = givenOn
        self.givenUntil = givenUntil
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .rfe }
    public var language: Language { .fr }

    static let title = "Reçu des dons et versements effectués par les entreprises"
    static let law = "Article 238 bis du code général des impôts (CGI) · modèle Cerfa n° 16216*02"
    static let natureAndQuantity =
        "Description exhaustive (nature et quantités) des biens et services reçus et acceptés"

    public var mandatoryMentions: [String] {
        let common = [
            Self.title, Self.law, issue.number, Self.natureAndQuantity, FiscalWording.company,
            FiscalWording.companyValues, valuationBasis.label(in: .fr), amount.receiptForm,
            FiscalWording.dates(givenOn, givenUntil), issue.day.formatted(in: language),
            signatory.name, signatory.role, "Don en nature",
        ]
        let receiver = [
            beneficiary.name, beneficiary.registration, beneficiary.address.inline,
            beneficiary.object ?? "Objet", beneficiary.taxCategory ?? "Catégorie",
        ]
        let giver = [
            donor.name, donor.legalForm, Printed.inThrees(donor.registration),
            donor.address.inline,
        ]
        return common + receiver + giver + goods.map { "\($0.quantity) \($0.nature)" }
            + serials.map(\.serial) + (replaces.map { [$0.sentence(in: .fr)] } ?? [])
            + (amountInWords.map { [$0] } ?? [])
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
        paper.heading("Entreprise donatrice")
        paper.facts([
            Fact(label: "Dénomination", value: donor.name, isStrong: true),
            Fact(label: "Forme juridique", value: donor.legalForm),
            Fact(label: "SIREN", value: Printed.inThrees(donor.registration)),
            Fact(label: "Adresse", value: donor.address.inline),
        ])
        paper.heading("Dons reçus")
        paper.facts([
            Fact(
                label: "Date ou période des dons",
                value: FiscalWording.dates(givenOn, givenUntil)
            ),
            Fact(label: "Forme et nature", value: "Don en nature"),
            Fact(label: "Base de la valorisation", value: valuationBasis.label(in: .fr)),
        ])
        paper.paragraph("\(Self.natureAndQuantity) :", .label)
        try paper.goods(goods, total: amount, language)
        if !serials.isEmpty {
            paper.paragraph(
                "Les \(serials.count) numéros de série figurent en annexe, qui fait partie du présent reçu.",
                .label
            )
        }
        composeEnd(on: paper)
        try paper.appendix(serials, of: issue.number, language)
    }

    private func composeEnd(on paper: Composition) {
        paper.framedAmount(
            "Le bénéficiaire reconnaît avoir reçu des dons ouvrant droit à réduction d'impôt pour une "
                + "valeur, en euros, de :",
            amount.receiptForm
        )
        if let amountInWords {
            paper.paragraph("Somme en toutes lettres : \(amountInWords)")
        }
        paper.paragraph("\(FiscalWording.companyValues).")
        paper.signed(
            "\(FiscalWording.company).",
            signatory,
            "Fait à \(signatory.place), le \(issue.day.formatted(in: language))"
        )
    }
}
