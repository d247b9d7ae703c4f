/// A gift for which a document is asked.
public struct Gift: Hashable, Codable, Sendable {
    /// What to call it in a refusal: the number of the donation.
    public var name: String
    public var donorName: String
    public var donorKind: DonorKind
    public var address: PostalAddress
    /// Needed of a company.
    public var legalForm: String?
    /// Needed of a company.
    public var siren: String?
    /// Devices accepted at triage; what was refused or was waste on arrival is not among them.
    public var acceptedCount: Int
    /// Nil when the donor has not said.
    public var valuation: GiftValuation?
    /// What the donor got in return; it lowers what the receipt shows.
    public var counterpart: Money?
    /// The day of hand-over.
    public var givenOn: Day

    public init(
        name: String,
        donorName: String,
        donorKind: DonorKind,
        address: PostalAddress,
        legalForm: String? = nil,
        siren: String? = nil,
        acceptedCount: Int,
        valuation: GiftValuation?,
        counterpart: Money? = nil,
        givenOn: Day
    ) {
        self.name = name
        self.donorName = donorName
        self.donorKind = donorKind
        self.address = address
        self.legalForm = legalForm
        self.siren = siren
        self.acceptedCount = acceptedCount
        self.valuation = valuation
        self.counterpart = counterpart
        self.givenOn = givenOn
    }
}

/// The organisation in whose name a receipt is issued.
public struct ReceiptIssuer: Hashable, Codable, Sendable {
    public let name: String
    public let authorisation: ReceiptAuthorisation

    public init(name: String, authorisation: ReceiptAuthorisation) {
        self.name = name
        self.authorisation = authorisation
    }
}

/// What a tax receipt will say, before it has a number.
public struct TaxReceiptDraft: Hashable, Codable, Sendable {
    public let document: DocumentType
    /// `200` or `238 bis` of the CGI.
    public let article: String
    public let amount: Money
    public let basis: ValuationBasis
    public let itemCount: Int
    public let givenOn: Day
    /// What the gift may bring the donor; information, not printed on the receipt.
    public let information: Phrase

    public init(
        document: DocumentType,
        article: String,
        amount: Money,
        basis: ValuationBasis,
        itemCount: Int,
        givenOn: Day,
        information: Phrase
    ) {
        self.document = document
        self.article = article
        self.amount = amount
        self.basis = basis
        self.itemCount = itemCount
        self.givenOn = givenOn
        self.information = information
    }
}
