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
    public let vatRegime: String
    public let authorisation: ReceiptAuthorisation
    public let receiptCategory: String?
    public let signer: String?
    public let signerTitle: String?
}

public enum IssuerStore {
    public static func organisation(
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> IssuingOrganisation {
        let row = try db.row(
            """
            SELECT name, legal_form, siren, rna, object, address, phone, email, vat_regime, receipt_authorisation, receipt_category,
                   signer, signer_title
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
            vatRegime: try row.decode("vat_regime"),
            authorisation: ReceiptAuthorisation(rawValue: try row.decode("receipt_authorisation"))
                ?? .none,
            receiptCategory: try row.decode("receipt_category"),
            signer: try row.decode("signer"),
            signerTitle: try row.decode("signer_title")
        )
    }
}
