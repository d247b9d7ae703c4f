public import Domain

/// A donor's gifts of a year with their receipts (RAD): what a company above 10,000 EUR declares (form 2069-RCI-SD).
public struct YearStatement: OutlinedContent {
    /// A receipt that stands.
    public struct Line: Codable, Hashable, Sendable {
        public let receipt: String
        public let givenOn: Day
        public let amount: Money
        /// What the donor got in return, which the amount does not hold.
        public let counterpart: Money

        public init(
            receipt: String,
            givenOn: Day,
            amount: Money,
            counterpart: Money
        ) {
            self.receipt = receipt
            self.givenOn = givenOn
            self.amount = amount
            self.counterpart = counterpart
        }
    }

    public let issue: Issue
    public let issuer: Issuer
    public let donor: Person
    /// Nine digits; nil for a person.
    public let siren: String?
    public let year: Int
    public let lines: [Line]
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        issuer: Issuer,
        donor: Person,
        siren: String? = nil,
        year: Int,
        lines: [Line],
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.issuer = issuer
        self.donor = donor
        self.siren = siren
        self.year = year
        self.lines = lines
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .rad }
    public var language: Language { .fr }

    /// Above this a company declares each gift with its results (CGI article 238 bis, 6).
    static let declared = Money(cents: 1_000_000)

    private var total: Money { lines.map(\.amount).total() }

    public var outline: Outline {
        var parts: [Outline.Part] = [
            .facts([
                Fact(label: "Donateur", value: donor.name, isStrong: true),
                Fact(label: "SIREN", value: siren.map(Printed.inThrees) ?? ""),
                Fact(label: "Année", value: "\(year)"),
                Fact(label: "Bénéficiaire", value: "\(issuer.name), \(issuer.registration)"),
                Fact(label: "Adresse du bénéficiaire", value: issuer.address.inline),
            ]),
            .heading("Dons ayant donné lieu à un reçu"),
            .table(receipts),
            .amount("Total des dons de l'année \(year)", total.formatted(in: .fr)),
        ]
        if siren != nil, total.cents > Self.declared.cents {
            parts.append(
                .paragraph(
                    "Le total dépasse 10\u{202F}000\u{A0}€ : l'entreprise déclare avec ses résultats (formulaire "
                        + "2069-RCI-SD) le montant et la date de chaque don, l'identité du bénéficiaire et la valeur "
                        + "des contreparties, comme ci-dessus.",
                    .strong
                )
            )
        }
        parts += [
            .paragraph(
                "Ce relevé récapitule des reçus déjà émis et ne s'y ajoute pas : il n'ouvre droit à aucune réduction "
                    + "d'impôt par lui-même.",
                .label
            ),
            .signatures("", [("", signatory)]),
        ]
        return Outline(
            recipient: donor.envelope,
            title: "Relevé annuel des dons",
            law: siren == nil ? "Article 200 du CGI" : "Article 238 bis, 6 du CGI",
            parts: parts
        )
    }

    private var receipts: Table {
        Table(
            columns: [
                Table.Column(heading: "Reçu", share: 3),
                Table.Column(heading: "Date du don", share: 3),
                Table.Column(heading: "Montant", share: 2, alignment: .end),
                Table.Column(heading: "Contrepartie", share: 2, alignment: .end),
            ],
            rows: lines.map {
                [
                    $0.receipt, $0.givenOn.formatted(in: .fr), $0.amount.formatted(in: .fr),
                    $0.counterpart.isZero ? "aucune" : $0.counterpart.formatted(in: .fr),
                ]
            },
            totals: [["Total", "", total.formatted(in: .fr), ""]]
        )
    }
}
