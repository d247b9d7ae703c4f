public import Domain

/// The paper of a closed day, month or year (CLO): its total, the perpetual one, and the chain they hang on.
public struct ClosingSlip: OutlinedContent {
    public enum Period: String, Codable, Hashable, Sendable {
        case day, month, year
    }

    /// What came in, less what went back, by means of payment.
    public struct Means: Codable, Hashable, Sendable {
        public let method: PaymentMethod
        public let received: Money
        public let refunded: Money

        public init(
            method: PaymentMethod,
            received: Money,
            refunded: Money
        ) {
            self.method = method
            self.received = received
            self.refunded = refunded
        }
    }

    public let issue: Issue
    public let issuer: Issuer
    public let period: Period
    /// The closing's own number, counted from 1 by period.
    public let nth: Int
    public let from: Day
    public let to: Day
    public let sales: Int
    public let means: [Means]
    public let total: Money
    /// Since the first sale ever; never set back.
    public let perpetual: Money
    /// SHA-256 in hexadecimal: of this closing, and of the one before it; empty for the first.
    public let hash: String
    public let hashBefore: String
    /// The last anchor of the record of events, to be compared by an auditor; empty when none was dropped.
    public let anchor: String
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        issuer: Issuer,
        period: Period,
        nth: Int,
        from: Day,
        to: Day,
        sales: Int,
        means: [Means],
        total: Money,
        perpetual: Money,
        hash: String,
        hashBefore: String,
        anchor: String,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.issuer = issuer
        self.period = period
        self.nth = nth
        self.from = from
        self.to = to
        self.sales = sales
        self.means = means
        self.total = total
        self.perpetual = perpetual
        self.hash = hash
        self.hashBefore = hashBefore
        self.anchor = anchor
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .clo }
    public var language: Language { .fr }

    private var title: String {
        switch period {
        case .day: "Clôture journalière n° \(nth)"
        case .month: "Clôture mensuelle n° \(nth)"
        case .year: "Clôture annuelle n° \(nth)"
        }
    }

    public var outline: Outline {
        Outline(
            title: title,
            law:
                "Journal conçu pour l'inaltérabilité, la sécurisation, la conservation et l'archivage (CGI, article 286, I, 3° bis) ; "
                + "logiciel non certifié",
            parts: [
                .facts([
                    Fact(label: "Période", value: FiscalWording.dates(from, to), isStrong: true),
                    Fact(label: "Ventes", value: "\(sales)"),
                ]),
                .table(
                    Table(
                        columns: [
                            Table.Column(heading: "Moyen de paiement", share: 4),
                            Table.Column(heading: "Encaissé", share: 2, alignment: .end),
                            Table.Column(heading: "Remboursé", share: 2, alignment: .end),
                            Table.Column(heading: "Net", share: 2, alignment: .end),
                        ],
                        rows: means.map {
                            [
                                $0.method.label(in: .fr), $0.received.formatted(in: .fr),
                                $0.refunded.formatted(in: .fr),
                                ($0.received - $0.refunded).formatted(in: .fr),
                            ]
                        },
                        totals: [["Total de la période", "", "", total.formatted(in: .fr)]]
                    )
                ),
                .amount("Total perpétuel depuis la première vente", perpetual.formatted(in: .fr)),
                .heading("Chaînage"),
                .facts([
                    Fact(label: "Empreinte de cette clôture", value: hash),
                    Fact(
                        label: "Empreinte de la précédente",
                        value: hashBefore.isEmpty ? "aucune" : hashBefore
                    ),
                    Fact(
                        label: "Dernière ancre du journal",
                        value: anchor.isEmpty ? "aucune" : anchor
                    ),
                ]),
                .signatures("", [("", signatory)]),
            ]
        )
    }
}
