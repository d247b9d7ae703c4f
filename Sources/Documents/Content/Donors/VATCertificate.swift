public import Domain

/// The certificate that spares a company the clawback of value added tax on what it gave (ATV; rulebook 1.7).
///
/// Only a body recognised as being of public benefit may issue it.
public struct VATCertificate: OutlinedContent {
    /// Goods given on one day.
    public struct Line: Codable, Hashable, Sendable {
        public let givenOn: Day
        public let nature: String
        public let quantity: Int

        public init(
            givenOn: Day,
            nature: String,
            quantity: Int
        ) {
            self.givenOn = givenOn
            self.nature = nature
            self.quantity = quantity
        }
    }

    public let issue: Issue
    public let issuer: Issuer
    /// The decree by which the issuer was recognised.
    public let decree: String
    public let decreedOn: Day
    public let donor: Company
    /// Within one calendar year.
    public let from: Day
    public let to: Day
    public let lines: [Line]
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        issuer: Issuer,
        decree: String,
        decreedOn: Day,
        donor: Company,
        from: Day,
        to: Day,
        lines: [Line],
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.issuer = issuer
        self.decree = decree
        self.decreedOn = decreedOn
        self.donor = donor
        self.from = from
        self.to = to
        self.lines = lines
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .atv }
    public var language: Language { .fr }

    public var outline: Outline {
        Outline(
            recipient: donor.envelope,
            title: "Attestation de dons de biens (dispense de régularisation de TVA)",
            law: "Article 273 septies D du CGI et article 84 B de l'annexe III au CGI",
            parts: [
                .heading("Organisme bénéficiaire"),
                .facts([
                    Fact(label: "Dénomination", value: issuer.name, isStrong: true),
                    Fact(label: "Adresse", value: issuer.address.inline),
                    Fact(label: "Objet", value: issuer.object ?? ""),
                    Fact(
                        label: "Reconnaissance d'utilité publique",
                        value: "décret n° \(decree) du \(decreedOn.formatted(in: .fr))"
                    ),
                ]),
                .heading("Donateur"),
                .facts([
                    Fact(label: "Dénomination", value: donor.name, isStrong: true),
                    Fact(label: "SIREN", value: Printed.inThrees(donor.registration)),
                    Fact(label: "Adresse", value: donor.address.inline),
                ]),
                .heading("Inventaire détaillé des biens donnés"),
                .facts([Fact(label: "Période", value: FiscalWording.dates(from, to))]),
                .table(inventory),
                .paragraph(
                    "Établie en deux exemplaires, dont l'un est remis au donateur ; chacun conserve le sien six ans.",
                    .label
                ),
                .signatures("", [("", signatory)]),
            ]
        )
    }

    private var inventory: Table {
        Table(
            columns: [
                Table.Column(heading: "Date du don", share: 3),
                Table.Column(heading: "Nature des biens", share: 6),
                Table.Column(heading: "Quantité", share: 2, alignment: .end),
            ],
            rows: lines.map { [$0.givenOn.formatted(in: .fr), $0.nature, "\($0.quantity)"] },
            totals: [["", "Total", "\(lines.reduce(0) { $0 + $1.quantity })"]]
        )
    }
}
