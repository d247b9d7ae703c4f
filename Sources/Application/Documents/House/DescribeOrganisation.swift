public import Domain
public import Postgres
import Store

/// Says what the organisation's papers name: who it is, where, under which rules, and who signs.
public struct DescribeOrganisation: Command {
    public static let name = "describe-organisation"
    public static let summary = Phrase(
        fr: "dit qui est l'organisme, comme ses papiers le nomment",
        en: "says who the organisation is, as its papers name it"
    )
    public static let permission = Permission(.admin)

    public var organisationName: String?
    public var legalForm: String?
    public var siren: String?
    public var rna: String?
    public var object: String?
    public var street: String?
    public var postalCode: String?
    public var town: String?
    public var phone: String?
    public var email: String?
    public var country: IssuingCountry?
    public var currency: Currency?
    public var vatRegime: String?
    public var vatNumber: String?
    public var charityNumber: String?
    public var receiptAuthorisation: ReceiptAuthorisation?
    public var receiptCategory: String?
    public var signer: String?
    public var signerTitle: String?
    /// The decree that recognises public benefit, and its day: both or neither.
    public var decree: String?
    public var decreeOn: Day?

    enum CodingKeys: String, CodingKey {
        case siren, rna, object, street, town, phone, email, country, currency, signer, decree
        case organisationName = "name"
        case legalForm = "legal_form"
        case postalCode = "postal_code"
        case vatRegime = "vat_regime"
        case vatNumber = "vat_number"
        case charityNumber = "charity_number"
        case receiptAuthorisation = "receipt_authorisation"
        case receiptCategory = "receipt_category"
        case signerTitle = "signer_title"
        case decreeOn = "decree_on"
    }

    public init() {}

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> OrganisationAnswer {
        let described = try description()
        let speaker = circumstances.speaker
        let organisation = try Failure.running { () throws(PostgresError) in
            try IssuerStore.describe(described, of: speaker, in: db)
            return try IssuerStore.organisation(of: speaker, in: db)
        }
        return OrganisationAnswer(organisation)
    }

    private func description() throws(Failure) -> IssuerStore.Description {
        var described = IssuerStore.Description()
        let texts: [(IssuerStore.Description.Fact, String?)] = [
            (.name, organisationName), (.legalForm, legalForm), (.siren, siren), (.rna, rna),
            (.object, object), (.phone, phone), (.email, email), (.country, country?.rawValue),
            (.currency, currency?.rawValue), (.vatRegime, vatRegime), (.vatNumber, vatNumber),
            (.charityNumber, charityNumber), (.authorisation, receiptAuthorisation?.rawValue),
            (.category, receiptCategory), (.signer, signer), (.signerTitle, signerTitle),
        ]
        for (fact, text) in texts { described.texts[fact] = text }
        if street != nil || postalCode != nil || town != nil {
            described.address = EnvelopeAddress.lines(
                street: street,
                postalCode: postalCode,
                town: town
            )
        }
        switch (decree, decreeOn) {
        case (let number?, let day?): described.decree = (number, day)
        case (nil, nil): break
        default:
            let both = Phrase(fr: "le décret et sa date", en: "the decree and its day")
            throw .unreadable(Unreadable(decree ?? "decree_on", expected: both))
        }
        return described
    }
}

/// The organisation as its papers name it.
public struct ShowOrganisation: Question {
    public static let name = "show-organisation"
    public static let summary = Phrase(
        fr: "montre l'organisme, comme ses papiers le nomment",
        en: "shows the organisation as its papers name it"
    )
    public static let permission = Permission(roles: Role.allCases)

    public init() {}

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> OrganisationAnswer {
        try Failure.running { () throws(PostgresError) in
            OrganisationAnswer(try IssuerStore.organisation(of: circumstances.speaker, in: db))
        }
    }
}

/// The organisation as every door shows it.
public struct OrganisationAnswer: Codable, Sendable, Hashable {
    public let name: String
    public let legalForm: String?
    public let siren: String?
    public let rna: String?
    public let object: String?
    public let address: [String]
    public let country: IssuingCountry
    public let currency: Currency
    public let vatRegime: String
    public let vatNumber: String?
    public let charityNumber: String?
    public let receiptAuthorisation: ReceiptAuthorisation
    public let signer: String?
    public let signerTitle: String?
    public let decree: String?
    /// What may be issued for goods there.
    public let papersForGoods: [DocumentType]

    enum CodingKeys: String, CodingKey {
        case name, siren, rna, object, address, country, currency, signer, decree
        case legalForm = "legal_form"
        case vatRegime = "vat_regime"
        case vatNumber = "vat_number"
        case charityNumber = "charity_number"
        case receiptAuthorisation = "receipt_authorisation"
        case signerTitle = "signer_title"
        case papersForGoods = "papers_for_goods"
    }

    init(_ organisation: IssuingOrganisation) {
        name = organisation.name
        legalForm = organisation.legalForm
        siren = organisation.siren
        rna = organisation.rna
        object = organisation.object
        address = organisation.address
        country = organisation.country
        currency = organisation.currency
        vatRegime = organisation.vatRegime
        vatNumber = organisation.vatNumber
        charityNumber = organisation.charityNumber
        receiptAuthorisation = organisation.authorisation
        signer = organisation.signer
        signerTitle = organisation.signerTitle
        decree = organisation.decree?.number
        papersForGoods = organisation.country.papersForGoods
    }
}
