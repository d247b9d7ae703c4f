public import Domain

/// What became of a public body's machines, by serial number (BRE), with the rate that the body may count.
public struct ReuseStatement: OutlinedContent {
    /// A machine and what became of it; nothing of who has it.
    public struct Item: Codable, Hashable, Sendable {
        public let serial: String
        public let nature: String
        /// The fate in words: « vendu à une famille ».
        public let fate: String
        public let since: Day
        /// Nil when nobody knows how old it is.
        public let madeIn: Int?
        /// Whether the body may count it as reused, and why not.
        public let verdict: ReuseVerdict

        public init(
            serial: String,
            nature: String,
            fate: String,
            since: Day,
            madeIn: Int?,
            verdict: ReuseVerdict
        ) {
            self.serial = serial
            self.nature = nature
            self.fate = fate
            self.since = since
            self.madeIn = madeIn
            self.verdict = verdict
        }
    }

    public let issue: Issue
    public let issuer: Issuer
    public let giver: Company
    /// The commitment's number and day; nil when there is none, and then nothing counts.
    public let commitment: Replacement?
    /// « Don n° 12 du 5 octobre 2026 », or a period.
    public let covers: String
    public let items: [Item]
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        issuer: Issuer,
        giver: Company,
        commitment: Replacement? = nil,
        covers: String,
        items: [Item],
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.issuer = issuer
        self.giver = giver
        self.commitment = commitment
        self.covers = covers
        self.items = items
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .bre }
    public var language: Language { .fr }

    private var counted: Int { items.count { $0.verdict == .counts } }
    /// What could count: everything but what is not under the rule at all.
    private var base: Int { items.count { $0.verdict.isInBase } }

    public var outline: Outline {
        Outline(
            recipient: giver.envelope,
            title: "Bilan de réemploi",
            law:
                "Article 16 de la loi n° 2021-1485 du 15 novembre 2021 (50 % des équipements de moins de dix ans à partir de 2025)",
            parts: [
                .facts([
                    Fact(label: "Cédant", value: giver.name, isStrong: true),
                    Fact(label: "SIRET", value: Printed.inThrees(giver.registration)),
                    Fact(label: "Équipements", value: covers),
                    Fact(
                        label: "Engagement",
                        value: commitment.map {
                            "n° \($0.number) du \($0.day.formatted(in: .fr))"
                        } ?? "aucun : rien n'est compté"
                    ),
                ]),
                .amount(
                    "Équipements réemployés, rapportés à ceux de moins de dix ans",
                    base == 0 ? "–" : "\(counted) / \(base) · \(Printed.percent(counted, of: base))"
                ),
                .paragraph(
                    "Est compté au numérateur un équipement vendu, donné ou confié dont l'âge est connu et inférieur à dix "
                        + "ans et pour lequel le preneur s'est engagé ; au dénominateur tout équipement dont l'âge est "
                        + "connu et inférieur à dix ans et qui n'a pas été rendu. Un équipement en cours n'est pas "
                        + "encore réemployé.",
                    .label
                ),
                .heading("Devenir de chaque équipement"),
                .table(inventory),
                .signatures(
                    "Certifié conforme au registre des étapes de chaque appareil.",
                    [("", signatory)]
                ),
            ]
        )
    }

    private var inventory: Table {
        Table(
            columns: [
                Table.Column(heading: "N°", share: 0.8, alignment: .end),
                Table.Column(heading: "Numéro de série", share: 3),
                Table.Column(heading: "Nature", share: 2.6),
                Table.Column(heading: "Année", share: 1.1, alignment: .end),
                Table.Column(heading: "Devenir", share: 3),
                Table.Column(heading: "Depuis le", share: 2.6),
                Table.Column(heading: "Compté", share: 2.6),
            ],
            rows: items.enumerated().map { index, item in
                [
                    "\(index + 1)", item.serial, item.nature, item.madeIn.map { "\($0)" } ?? "?",
                    item.fate, item.since.formatted(in: .fr), item.verdict.label.fr,
                ]
            }
        )
    }
}
