public import Domain

/// The letter to a donor of the United Kingdom whose goods were sold as agent (UK_RGA_LETTER; Retail Gift Aid).
///
/// The goods are the donor's until sold, and so are the proceeds until given: the letter asks, or at the end of the tax
/// year sums up.
public struct RetailGiftAidLetter: OutlinedContent {
    /// Something sold for the donor.
    public struct Sale: Codable, Hashable, Sendable {
        public let soldOn: Day
        public let description: String
        public let proceeds: Money
        public let commission: Money

        public init(
            soldOn: Day,
            description: String,
            proceeds: Money,
            commission: Money
        ) {
            self.soldOn = soldOn
            self.description = description
            self.proceeds = proceeds
            self.commission = commission
        }

        var net: Money { proceeds - commission }
    }

    public enum Occasion: String, Codable, Hashable, Sendable {
        /// After sales: 21 days to object.
        case sale
        /// The sum of a tax year.
        case yearEnd = "year_end"
    }

    public let issue: Issue
    public let issuer: Issuer
    public let charityNumber: String
    public let donor: Person
    /// The number that the donor is known by in the claim.
    public let donorNumber: String
    public let declaredOn: Day
    public let occasion: Occasion
    /// 6 April to 5 April.
    public let from: Day
    public let to: Day
    public let sales: [Sale]
    /// What may still be donated under this donor's method without asking first; nil under the standard method.
    public let limit: Money?
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        issuer: Issuer,
        charityNumber: String,
        donor: Person,
        donorNumber: String,
        declaredOn: Day,
        occasion: Occasion,
        from: Day,
        to: Day,
        sales: [Sale],
        limit: Money? = nil,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.issuer = issuer
        self.charityNumber = charityNumber
        self.donor = donor
        self.donorNumber = donorNumber
        self.declaredOn = declaredOn
        self.occasion = occasion
        self.from = from
        self.to = to
        self.sales = sales
        self.limit = limit
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .ukRgaLetter }
    public var language: Language { .en }

    private var net: Money { sales.map(\.net).total(in: .gbp) }

    public var outline: Outline {
        Outline(
            recipient: donor.envelope,
            references: [
                Fact(label: "Your number", value: donorNumber),
                Fact(label: "Charity no.", value: charityNumber),
            ],
            title: occasion == .sale ? "Your goods have been sold" : "Your Gift Aid year",
            law:
                "Retail Gift Aid · declaration and agency agreement of \(declaredOn.formatted(in: .en))",
            parts: [
                .paragraph(opening),
                .table(table),
                .amount("Net proceeds after our commission", net.formatted(in: .en)),
                .paragraph(closing),
                .paragraph(
                    "If you pay less Income Tax and Capital Gains Tax than the amount of Gift Aid claimed on all your "
                        + "donations in a tax year, it is your responsibility to pay any difference.",
                    .strong
                ),
                .signatures("", [("", signatory)]),
            ]
        )
    }

    private var opening: String {
        let period = "from \(from.formatted(in: .en)) to \(to.formatted(in: .en))"
        return switch occasion {
        case .sale:
            "Acting as your agent, we have sold the goods below, which you left with us, \(period)."
        case .yearEnd:
            "This is what we sold for you as your agent in the tax year \(period), and what we have treated as your "
                + "donation."
        }
    }

    private var closing: String {
        let cap = limit.map {
            " Above \($0.formatted(in: .en)) in a tax year we write to you first."
        }
        return switch occasion {
        case .sale:
            "The proceeds are yours. If you wish to keep all or part of them, tell us within 21 days of this letter; "
                + "otherwise we will treat them as your donation and claim Gift Aid on it."
                + (cap ?? "")
        case .yearEnd:
            "Gift Aid adds 25p to each £1 of it: \(net.share(percent: 25).formatted(in: .en))."
                + (cap ?? "")
        }
    }

    private var table: Table {
        Table(
            columns: [
                Table.Column(heading: "Sold on", share: 3),
                Table.Column(heading: "Goods", share: 5),
                Table.Column(heading: "Proceeds", share: 2, alignment: .end),
                Table.Column(heading: "Commission", share: 2, alignment: .end),
                Table.Column(heading: "Net", share: 2, alignment: .end),
            ],
            rows: sales.map {
                [
                    $0.soldOn.formatted(in: .en), $0.description, $0.proceeds.formatted(in: .en),
                    $0.commission.formatted(in: .en), $0.net.formatted(in: .en),
                ]
            },
            totals: [["Total", "", "", "", net.formatted(in: .en)]]
        )
    }
}
