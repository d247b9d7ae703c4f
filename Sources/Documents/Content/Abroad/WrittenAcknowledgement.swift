public import Domain

/// The written acknowledgement of a gift in kind to a charity of the United States (US_ACK).
///
/// States no value: the donor sets it (IRS Publications 561 and 1771).
public struct WrittenAcknowledgement: OutlinedContent {
    public let issue: Issue
    public let issuer: Issuer
    /// The charity's employer identification number.
    public let charityNumber: String
    public let donor: Person
    public let givenOn: Day
    /// Where the goods were handed over.
    public let givenAt: String
    public let goods: [GoodsLine]
    public let serials: [SerialLine]
    /// What was given back, in words, and the charity's good-faith estimate of it; nil when nothing was.
    public let returned: String?
    public let returnedValue: Money?
    public let signatory: Signatory
    public let replaces: Replacement?

    public init(
        issue: Issue,
        issuer: Issuer,
        charityNumber: String,
        donor: Person,
        givenOn: Day,
        givenAt: String,
        goods: [GoodsLine],
        serials: [SerialLine],
        returned: String? = nil,
        returnedValue: Money? = nil,
        signatory: Signatory,
        replaces: Replacement? = nil
    ) {
        self.issue = issue
        self.issuer = issuer
        self.charityNumber = charityNumber
        self.donor = donor
        self.givenOn = givenOn
        self.givenAt = givenAt
        self.goods = goods
        self.serials = serials
        self.returned = returned
        self.returnedValue = returnedValue
        self.signatory = signatory
        self.replaces = replaces
    }

    public var type: DocumentType { .usAck }
    public var language: Language { .en }

    static let nothingBack =
        "No goods or services were provided in exchange for this contribution."

    private var inReturn: String {
        guard let returned, let returnedValue else { return Self.nothingBack }
        return "In exchange we provided: \(returned), which we estimate in good faith at "
            + "\(returnedValue.formatted(in: .en))."
    }

    public var outline: Outline {
        var parts: [Outline.Part] = [
            .facts([
                Fact(label: "Charity", value: issuer.name, isStrong: true),
                Fact(label: "EIN", value: charityNumber),
                Fact(label: "Donor", value: donor.name, isStrong: true),
                Fact(label: "Received on", value: givenOn.formatted(in: .en)),
                Fact(label: "Received at", value: givenAt),
            ]),
            .heading("Property received"),
            .table(GoodsTable(lines: goods, total: nil, language: .en).table),
            .paragraph(inReturn, .strong),
            .paragraph(
                "We state no value: determining the fair market value of donated property is the donor's "
                    + "responsibility (IRS Publication 561). Keep this acknowledgement with your records; it must "
                    + "be in your hands when you file your return.",
                .label
            ),
            .signatures("", [("", signatory)]),
        ]
        if !serials.isEmpty {
            parts += [
                .page, .heading("Appendix: serial numbers"),
                .table(SerialTable(serials: serials.map(\.withoutValue), language: .en).table),
            ]
        }
        return Outline(
            recipient: donor.envelope,
            title: "Written acknowledgement of a noncash contribution",
            law: "Internal Revenue Code, section 170(f)(8)",
            parts: parts
        )
    }
}
