public import Domain
public import Postgres

/// The organisation as its papers name it.
public struct IssuingOrganisation: Hashable, Sendable {
    public let name: String
    public let legalForm: String?
    public let siren: String?
    public let rna: String?
    public let object: String?
    public let address: [String]
    public let phone: String?
    public let email: String?
    public let country: IssuingCountry
    public let currency: Currency
    public let vatRegime: String
    public let vatNumber: String?
    /// Registration as a charity, where that is not the SIREN: EIN, registration number, charity number.
    public let charityNumber: String?
    public let authorisation: ReceiptAuthorisation
    public let receiptCategory: String?
    public let signer: String?
    public let signerTitle: String?
    /// The decree that recognises public benefit; nil without one.
    public let decree: Decree?

    public struct Decree: Hashable, Sendable {
        public let number: String
        public let on: Day
    }
}

public enum IssuerStore {
    public static func organisation(
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> IssuingOrganisation {
        let row = try db.row(
            """
            SELECT name, legal_form, siren, rna, object, address, phone, email, country, currency, vat_regime, vat_number, charity_number,
                   receipt_authorisation, receipt_category, signer, signer_title, is_rup, rup_decree, rup_decree_on
              FROM core.organisation WHERE org_id = \(speaker.organisation)
            """
        )
        return IssuingOrganisation(
            name: try row.decode("name"),
            legalForm: try row.decode("legal_form"),
            siren: try row.decode("siren"),
            rna: try row.decode("rna"),
            object: try row.decode("object"),
            address: try row.decode("address"),
            phone: try row.decode("phone"),
            email: try row.decode("email"),
            country: IssuingCountry(rawValue: try row.decode("country")) ?? .france,
            currency: Currency(rawValue: try row.decode("currency")) ?? .eur,
            vatRegime: try row.decode("vat_regime"),
            vatNumber: try row.decode("vat_number"),
            charityNumber: try row.decode("charity_number"),
            authorisation: ReceiptAuthorisation(rawValue: try row.decode("receipt_authorisation"))
                ?? .none,
            receiptCategory: try row.decode("receipt_category"),
            signer: try row.decode("signer"),
            signerTitle: try row.decode("signer_title"),
            decree: try decree(row)
        )
    }

    private static func decree(_ row: Row) throws(PostgresError) -> IssuingOrganisation.Decree? {
        guard try row.decode("is_rup", as: Bool.self),
            let number = try row.decode("rup_decree", as: String?.self),
            let day = try row.day("rup_decree_on")
        else { return nil }
        return IssuingOrganisation.Decree(number: number, on: day)
    }

    /// What an organisation says of itself; nil says nothing, an empty text takes a fact away.
    public struct Description: Sendable {
        public var texts: [Fact: String] = [:]
        public var address: [String]?
        /// The decree, by which it becomes one of public benefit.
        public var decree: (number: String, on: Day)?

        public enum Fact: String, Sendable, CaseIterable {
            case name, siren, rna, object, phone, email, country, currency, signer
            case legalForm = "legal_form"
            case vatRegime = "vat_regime"
            case vatNumber = "vat_number"
            case charityNumber = "charity_number"
            case authorisation = "receipt_authorisation"
            case category = "receipt_category"
            case signerTitle = "signer_title"
        }

        public init() {}
    }

    public static func describe(
        _ told: Description,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        let text = told.texts
        try db.execute(
            """
            UPDATE core.organisation SET name = coalesce(\(text[.name]), name),
                legal_form = nullif(coalesce(\(text[.legalForm]), legal_form), ''), siren = nullif(coalesce(\(text[.siren]), siren), ''),
                rna = nullif(coalesce(\(text[.rna]), rna), ''), object = nullif(coalesce(\(text[.object]), object), ''),
                address = coalesce(\(told.address)::text[], address), phone = nullif(coalesce(\(text[.phone]), phone), ''),
                email = nullif(coalesce(\(text[.email]), email), ''), country = coalesce(\(text[.country]), country),
                currency = coalesce(\(text[.currency]), currency), vat_regime = coalesce(\(text[.vatRegime]), vat_regime),
                vat_number = nullif(coalesce(\(text[.vatNumber]), vat_number), ''),
                charity_number = nullif(coalesce(\(text[.charityNumber]), charity_number), ''),
                receipt_authorisation = coalesce(\(text[.authorisation]), receipt_authorisation),
                receipt_category = nullif(coalesce(\(text[.category]), receipt_category), ''),
                signer = nullif(coalesce(\(text[.signer]), signer), ''),
                signer_title = nullif(coalesce(\(text[.signerTitle]), signer_title), ''),
                is_rup = is_rup OR \(told.decree != nil), rup_decree = coalesce(\(told.decree?.number), rup_decree),
                rup_decree_on = coalesce(\(told.decree?.on.iso)::text::date, rup_decree_on)
             WHERE org_id = \(speaker.organisation)
            """
        )
        try db.execute(
            """
            SELECT audit.append_one('organisation', \(speaker.organisation), 'describe-organisation',
                jsonb_build_object('facts', \(text.keys.map(\.rawValue).sorted())::text[]))
            """
        )
    }
}
