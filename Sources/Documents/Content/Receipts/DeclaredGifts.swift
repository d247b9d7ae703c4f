public import Domain

/// The yearly declaration of tax receipts, as it was declared (D222; CGI article 222 bis).
public struct DeclaredGifts: OutlinedContent {
    public struct Article: Codable, Hashable, Sendable {
        /// `200` or `238 bis`.
        public let article: String
        public let documents: Int
        public let total: Money

        public init(
            article: String,
            documents: Int,
            total: Money
        ) {
            self.article = article
            self.documents = documents
            self.total = total
        }
    }

    public let issue: Issue
    public let issuer: Issuer
    public let from: Day
    public let to: Day
    public let articles: [Article]
    /// Documents and their sum, of all articles.
    public let documents: Int
    public let total: Money
    public let cancelled: Int
    public let deadline: Day
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        issuer: Issuer,
        from: Day,
        to: Day,
        articles: [Article],
        documents: Int,
        total: Money,
        cancelled: Int,
        deadline: Day,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.issuer = issuer
        self.from = from
        self.to = to
        self.articles = articles
        self.documents = documents
        self.total = total
        self.cancelled = cancelled
        self.deadline = deadline
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .d222 }
    public var language: Language { .fr }

    public var outline: Outline {
        Outline(
            title: "Déclaration annuelle des dons ayant donné lieu à un reçu fiscal",
            law: "Article 222 bis du CGI",
            parts: [
                .facts([
                    Fact(label: "Organisme", value: issuer.name, isStrong: true),
                    Fact(label: "SIREN ou RNA", value: issuer.registration),
                    Fact(label: "Période", value: FiscalWording.dates(from, to)),
                    Fact(
                        label: "À déclarer au plus tard",
                        value: deadline.formatted(in: .fr),
                        isStrong: true
                    ),
                ]),
                .amount(
                    "Montant total des dons figurant sur les documents délivrés",
                    total.formatted(in: .fr)
                ),
                .facts([
                    Fact(label: "Nombre de documents", value: "\(documents)", isStrong: true),
                    Fact(
                        label: "Documents annulés",
                        value: "\(cancelled), hors du compte ; un duplicata ne compte pas"
                    ),
                ]),
                .heading("Par article du code général des impôts"),
                .table(
                    Table(
                        columns: [
                            Table.Column(heading: "Article", share: 4),
                            Table.Column(heading: "Documents", share: 2, alignment: .end),
                            Table.Column(heading: "Montant", share: 3, alignment: .end),
                        ],
                        rows: articles.map {
                            [
                                "\($0.article) du CGI", "\($0.documents)",
                                $0.total.formatted(in: .fr),
                            ]
                        },
                        totals: [["Total", "\(documents)", total.formatted(in: .fr)]]
                    )
                ),
                .paragraph(
                    "À reporter dans la déclaration de résultats (2065-SD ou 2070-SD), ou à déposer sur "
                        + "demarches-simplifiees.fr, démarche « déclaration des dons ».",
                    .label
                ),
                .signatures("", [("", signatory)]),
            ]
        )
    }
}
