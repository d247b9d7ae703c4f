public import Domain
public import Postgres
import Store

/// Writes down a donor.
public struct AddDonor: Command {
    public static let name = "add-donor"
    public static let summary = Phrase(fr: "enregistre un donateur", en: "writes down a donor")
    public static let permission = Permission(.intake, .receiptIssuer, .admin)

    public let kind: DonorKind
    public let donorName: String
    public let legalForm: String?
    public let siren: String?
    public let siret: String?
    public let street: String?
    public let postalCode: String?
    public let town: String?
    public let country: String?
    public let email: String?
    public let phone: String?
    public let language: Language?

    enum CodingKeys: String, CodingKey {
        case kind, siren, siret, street, town, country, email, phone, language
        case donorName = "name"
        case legalForm = "legal_form"
        case postalCode = "postal_code"
    }

    public init(
        kind: DonorKind,
        name: String,
        legalForm: String? = nil,
        siren: String? = nil,
        siret: String? = nil,
        street: String? = nil,
        postalCode: String? = nil,
        town: String? = nil,
        country: String? = nil,
        email: String? = nil,
        phone: String? = nil,
        language: Language? = nil
    ) {
        self.kind = kind
        donorName = name
        self.legalForm = legalForm
        self.siren = siren
        self.siret = siret
        self.street = street
        self.postalCode = postalCode
        self.town = town
        self.country = country
        self.email = email
        self.phone = phone
        self.language = language
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donor: Int64
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let fields = DonorFields(
            kind: kind,
            name: try DonorText.name(donorName),
            legalForm: legalForm,
            siren: try DonorText.siren(siren, siret),
            siret: try DonorText.digits(siret, 14, "SIRET"),
            country: country,
            address: EnvelopeAddress.lines(street: street, postalCode: postalCode, town: town),
            email: email,
            phone: phone,
            language: language
        )
        let speaker = circumstances.speaker
        return try Failure.naming(fields.siren) { () throws(PostgresError) in
            Outcome(donor: try DonorStore.add(fields, of: speaker, in: db))
        }
    }
}

extension Failure {
    /// Runs statements, saying which SIREN another donor has when that is why they are refused.
    static func naming<R>(
        _ siren: String?,
        _ body: () throws(PostgresError) -> R
    ) throws(Failure) -> R {
        do throws(Failure) {
            return try running(body)
        } catch .refused(let refusal) where refusal.code == .donorAlreadyKnown {
            throw .refused(Refusal(.donorAlreadyKnown, ["siren": .text(siren ?? "")]))
        }
    }
}

/// What may be written of a donor.
enum DonorText {
    static func name(_ text: String) throws(Failure) -> String {
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw .unreadable(
                Unreadable(text, expected: Phrase(fr: "un nom", en: "a name"))
            )
        }
        return text
    }

    /// The SIREN as given, or the first nine digits of the SIRET.
    static func siren(_ siren: String?, _ siret: String?) throws(Failure) -> String? {
        if let siren { return try digits(siren, 9, "SIREN") }
        return try digits(siret, 14, "SIRET").map { String($0.prefix(9)) }
    }

    /// So many digits, spaces between them left out; an empty text stays empty.
    static func digits(_ text: String?, _ count: Int, _ what: String) throws(Failure) -> String? {
        guard let text else { return nil }
        let digits = text.filter { !$0.isWhitespace }
        guard
            digits.isEmpty
                || (digits.count == count && digits.allSatisfy { $0.isASCII && $0.isNumber })
        else {
            throw .unreadable(
                Unreadable(
                    text,
                    expected: Phrase(
                        fr: "les \(count) chiffres du \(what)",
                        en: "the \(count) digits of the \(what)"
                    )
                )
            )
        }
        return digits
    }
}
