public import Domain

/// The deed by which a public body gives machines away (ACG): no tax receipt, CG3P L.3212-2 and L.3212-3.
public struct TransferDeed: DocumentContent {
    /// A machine given, as the body declares it.
    public struct Item: Codable, Hashable, Sendable {
        public let serial: String
        public let nature: String
        public let model: String
        public let purchaseYear: Int?
        /// Of the full configuration; at most 300 EUR.
        public let declaredValue: Money

        public init(
            serial: String,
            nature: String,
            model: String,
            purchaseYear: Int? = nil,
            declaredValue: Money
        ) {
            self.serial = serial
            self.nature = nature
            self.model = model
            self.purchaseYear = purchaseYear
            self.declaredValue = declaredValue
        }
    }

    /// What the taker may do with the machines.
    public enum Regime: String, Codable, Hashable, Sendable, CaseIterable {
        case resale = "PUBLIC_RESALE"
        case noResale = "PUBLIC_NO_RESALE"

        var sentence: String {
            switch self {
            case .resale:
                "Le cessionnaire ne peut revendre ces biens qu'à des personnes en situation de précarité ou à "
                    + "des associations œuvrant en leur faveur, à un prix solidaire n'excédant pas les plafonds "
                    + "réglementaires."
            case .noResale: "Le cessionnaire ne peut revendre ces biens, qu'il remet gratuitement."
            }
        }
    }

    public let issue: Issue
    public let taker: Issuer
    /// The body, with its SIRET.
    public let giver: Company
    /// « Délibération n° 2026-114 », and its Day.
    public let decision: String
    public let decidedOn: Day
    public let giverSignatory: Signatory
    public let items: [Item]
    public let regime: Regime
    /// The number of the taker's commitment to reuse (ENR).
    public let commitment: String
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        taker: Issuer,
        giver: Company,
        decision: String,
        decidedOn: Day,
        giverSignatory: Signatory,
        items: [Item],
        regime: Regime,
        commitment: String,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.taker = taker
        self.giver = giver
        self.decision = decision
        self.decidedOn = decidedOn
        self.giverSignatory = giverSignatory
        self.items = items
        self.regime = regime
        self.commitment = commitment
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .acg }
    public var language: Language { .fr }

    static let title = "Acte de cession à titre gratuit"
    static let law =
        "Articles L. 3212-2, L. 3212-3 et D. 3212-3 du code général de la propriété des personnes publiques"
    static let notFiscal = "La présente cession n'ouvre droit à aucune réduction d'impôt."

    private var total: Money { items.map(\.declaredValue).total() }

    public var mandatoryMentions: [String] {
        let common = [
            Self.title, Self.law, Self.notFiscal, issue.number, regime.sentence, decision,
            decidedOn.formatted(in: language), commitment, giver.name,
            Printed.inThrees(giver.registration), giver.address.inline, taker.name,
            taker.registration, signatory.name, giverSignatory.name, giverSignatory.role,
            total.formatted(in: language),
        ]
        return common + items.map(\.serial)
            + (replaces.map { [$0.sentence(in: .fr)] } ?? [])
    }

    public func compose(on paper: Composition) throws(DrawingError) {
        paper.letterhead(
            taker,
            to: giver.envelope,
            [
                Fact(label: "Numéro", value: issue.number),
                Fact(label: "Date", value: issue.day.formatted(in: language)),
            ]
        )
        paper.title(Self.title)
        paper.paragraph(Self.law, .label)
        paper.history(replaces, language)
        paper.heading("Parties et décision")
        paper.facts([
            Fact(label: "Cédant", value: "\(giver.name) (\(giver.legalForm))", isStrong: true),
            Fact(label: "SIRET", value: Printed.inThrees(giver.registration)),
            Fact(label: "Adresse", value: giver.address.inline),
            Fact(
                label: "Décision",
                value: "\(decision), du \(decidedOn.formatted(in: language))"
            ),
            Fact(label: "Cessionnaire", value: taker.name, isStrong: true),
            Fact(label: "Immatriculation", value: taker.registration),
            Fact(label: "Engagement de réemploi", value: commitment),
        ])
        paper.heading("Biens cédés")
        try paper.table(inventory)
        paper.paragraph(regime.sentence)
        paper.paragraph(Self.notFiscal, .strong)
        composeSignatures(on: paper)
    }

    private var inventory: Table {
        Table(
            columns: [
                Table.Column(heading: "N°", share: 0.8, alignment: .end),
                Table.Column(heading: "Numéro de série", share: 3.4),
                Table.Column(heading: "Nature", share: 3.4),
                Table.Column(heading: "Modèle", share: 4),
                Table.Column(heading: "Achat", share: 1.4, alignment: .end),
                Table.Column(heading: "Valeur déclarée", share: 2.6, alignment: .end),
            ],
            rows: items.enumerated().map { index, item in
                [
                    "\(index + 1)", item.serial, item.nature, item.model,
                    item.purchaseYear.map { "\($0)" } ?? "",
                    item.declaredValue.formatted(in: language),
                ]
            },
            totals: [["", "Total", "", "", "", total.formatted(in: language)]]
        )
    }

    /// Both hands, side by side.
    private func composeSignatures(on paper: Composition) {
        paper.space(mm(4))
        paper.keep(mm(38))
        let sides = [
            ("Pour le cédant", giverSignatory, Composition.left),
            ("Pour le cessionnaire", signatory, mm(110)),
        ]
        for (heading, person, x) in sides {
            let text = "\(heading)\nFait à \(person.place)\n\(person.name)\n\(person.role)"
            let block = paper.block(text, .body, width: mm(78))
            paper.tagged(.paragraph) { paper.put(.text(block, x: x, y: paper.y)) }
            paper.put(
                .rule(x: x, y: paper.y + mm(34), width: mm(70), thickness: 0.4, .hairline)
            )
        }
        paper.y += mm(36)
    }
}
