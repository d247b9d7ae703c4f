public import Domain

/// The register of second-hand goods of a year (REG), for whoever inspects it (Code pénal 321-7, R.321-3 to R.321-6).
public struct RegisterExtract: OutlinedContent {
    public struct Line: Codable, Hashable, Sendable {
        public let no: Int
        public let enteredOn: Day
        public let quantity: Int
        public let description: String
        public let serials: [String]
        /// Who brought it, with the papers shown; nil once erased on its clock.
        public let source: String?
        /// An estimate: the goods were acquired free of charge.
        public let value: Money
        /// The first twelve digits of the line's own hash.
        public let hash: String

        public init(
            no: Int,
            enteredOn: Day,
            quantity: Int,
            description: String,
            serials: [String],
            source: String?,
            value: Money,
            hash: String
        ) {
            self.no = no
            self.enteredOn = enteredOn
            self.quantity = quantity
            self.description = description
            self.serials = serials
            self.source = source
            self.value = value
            self.hash = hash
        }
    }

    public let issue: Issue
    public let issuer: Issuer
    public let year: Int
    /// The day from which no line can be added; nil while the year is open.
    public let closedOn: Day?
    public let lines: [Line]
    /// SHA-256 of the last line, over all before it.
    public let lastHash: String
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        issuer: Issuer,
        year: Int,
        closedOn: Day? = nil,
        lines: [Line],
        lastHash: String,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.issuer = issuer
        self.year = year
        self.closedOn = closedOn
        self.lines = lines
        self.lastHash = lastHash
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .reg }
    public var language: Language { .fr }

    public var outline: Outline {
        Outline(
            title: "Registre des objets mobiliers, année \(year)",
            law: "Articles 321-7 et R. 321-3 à R. 321-6-1 du code pénal",
            parts: [
                .facts([
                    Fact(
                        label: "Tenu par",
                        value: "\(issuer.name), \(issuer.address.inline)",
                        isStrong: true
                    ),
                    Fact(
                        label: "État",
                        value: closedOn.map { "clos le \($0.formatted(in: .fr))" }
                            ?? "ouvert au \(issue.day.formatted(in: .fr))"
                    ),
                    Fact(label: "Lignes", value: "\(lines.count)"),
                    Fact(label: "Empreinte de la dernière ligne", value: lastHash),
                ]),
                .table(table),
                .paragraph(
                    "Objets acquis à titre gratuit : la valeur est une estimation. Chaque ligne porte l'empreinte de la "
                        + "précédente ; aucune ne peut être modifiée, insérée ni supprimée sans que la suite le montre.",
                    .label
                ),
                .signatures("", [("", signatory)]),
            ]
        )
    }

    private var table: Table {
        Table(
            columns: [
                Table.Column(heading: "N°", share: 0.9, alignment: .end),
                Table.Column(heading: "Date", share: 1.7),
                Table.Column(heading: "Objet", share: 3.6),
                Table.Column(heading: "Numéros de série", share: 2.4),
                Table.Column(heading: "Provenance", share: 4.4),
                Table.Column(heading: "Valeur", share: 1.5, alignment: .end),
                Table.Column(heading: "Empreinte", share: 2),
            ],
            rows: lines.map {
                [
                    "\($0.no)", $0.enteredOn.iso, $0.description,
                    $0.serials.joined(separator: "\n"), $0.source ?? "effacée à son terme",
                    $0.value.formatted(in: .fr), $0.hash,
                ]
            }
        )
    }
}
