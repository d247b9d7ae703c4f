public import Domain

/// The official receipt of a gift in kind to a registered charity of Canada (CA_ODR; Income Tax Regulations, 3501).
public struct OfficialDonationReceipt: OutlinedContent {
    public let language: Language
    public let issue: Issue
    public let issuer: Issuer
    /// The charity's registration number: nine digits, `RR` and four.
    public let charityNumber: String
    public let donor: Person
    public let receivedOn: Day
    public let goods: [GoodsLine]
    /// Name and address of who appraised; nil where nobody did.
    public let appraiser: String?
    public let fairMarketValue: Money
    /// What the donor got in return, and in words what it was.
    public let advantage: Money
    public let advantageDescription: String?
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        language: Language = .en,
        issue: Issue,
        issuer: Issuer,
        charityNumber: String,
        donor: Person,
        receivedOn: Day,
        goods: [GoodsLine],
        appraiser: String? = nil,
        fairMarketValue: Money,
        advantage: Money,
        advantageDescription: String? = nil,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.language = language
        self.issue = issue
        self.issuer = issuer
        self.charityNumber = charityNumber
        self.donor = donor
        self.receivedOn = receivedOn
        self.goods = goods
        self.appraiser = appraiser
        self.fairMarketValue = fairMarketValue
        self.advantage = advantage
        self.advantageDescription = advantageDescription
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .caOdr }

    private var eligible: Money { fairMarketValue - advantage }

    public var outline: Outline {
        let description = goods.map {
            [String($0.quantity), $0.nature, $0.brand, $0.model].filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        return Outline(
            recipient: donor.envelope,
            title: language(
                "Reçu officiel aux fins de l'impôt sur le revenu",
                "Official receipt for income tax purposes"
            ),
            parts: [
                .facts([
                    Fact(
                        label: language("Organisme", "Charity"),
                        value: issuer.name,
                        isStrong: true
                    ),
                    Fact(label: language("Adresse", "Address"), value: issuer.address.inline),
                    Fact(
                        label: language("N° d'enregistrement", "Registration no."),
                        value: charityNumber
                    ),
                    Fact(
                        label: language("Lieu de délivrance", "Place of issue"),
                        value: signatory.place
                    ),
                    Fact(
                        label: language("Don reçu le", "Gift received on"),
                        value: receivedOn.formatted(in: language)
                    ),
                    Fact(label: language("Donateur", "Donor"), value: donor.name, isStrong: true),
                    Fact(label: language("Adresse", "Address"), value: donor.address.inline),
                ]),
                .heading(language("Bien reçu", "Property received")),
                .facts([
                    Fact(
                        label: language("Description", "Description"),
                        value: description.joined(separator: "\n")
                    ),
                    Fact(label: language("Évaluateur", "Appraised by"), value: appraiser ?? ""),
                    Fact(
                        label: language("Juste valeur marchande", "Fair market value"),
                        value: fairMarketValue.formatted(in: language)
                    ),
                    Fact(
                        label: language("Avantage", "Advantage"),
                        value: advantage.formatted(in: language)
                            + (advantageDescription.map { " (\($0))" } ?? "")
                    ),
                ]),
                .amount(
                    language(
                        "Montant admissible du don aux fins de l'impôt",
                        "Eligible amount of gift for tax purposes"
                    ),
                    eligible.formatted(in: language)
                ),
                .signatures("", [("", signatory)]),
                .paragraph(
                    language(
                        "Agence du revenu du Canada, canada.ca/organismes-bienfaisance-dons",
                        "Canada Revenue Agency, canada.ca/charities-giving"
                    ),
                    .label
                ),
            ]
        )
    }
}
