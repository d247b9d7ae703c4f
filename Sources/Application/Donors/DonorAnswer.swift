public import Domain
import Store

/// A donor as every door shows one.
public struct DonorAnswer: Codable, Sendable, Hashable {
    public let donor: Int64
    public let kind: DonorKind
    public let name: String
    public let legalForm: String?
    public let siren: String?
    public let siret: String?
    public let country: String
    public let address: [String]
    public let email: String?
    public let phone: String?
    public let language: Language
    public let isOpposedToMail: Bool
    public let mergedInto: Int64?
    public let donations: Int64

    enum CodingKeys: String, CodingKey {
        case donor, kind, name, siren, siret, country, address, email, phone, language, donations
        case legalForm = "legal_form"
        case isOpposedToMail = "mail_opposed"
        case mergedInto = "merged_into"
    }

    init(_ donor: Donor) {
        self.donor = donor.number
        kind = donor.kind
        name = donor.name
        legalForm = donor.legalForm
        siren = donor.siren
        siret = donor.siret
        country = donor.country
        address = donor.address
        email = donor.email
        phone = donor.phone
        language = donor.language
        isOpposedToMail = donor.isOpposedToMail
        mergedInto = donor.mergedInto
        donations = donor.donations
    }
}
