public import Domain
public import Postgres
import Store

/// Corrects what is written of a donor: a field that is absent stays, an empty text goes.
public struct ChangeDonor: Command {
    public static let name = "change-donor"
    public static let summary = Phrase(fr: "corrige un donateur", en: "corrects a donor")
    public static let permission = AddDonor.permission

    public let donor: Int64
    public let kind: DonorKind?
    public let donorName: String?
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
        case donor, kind, siren, siret, street, town, country, email, phone, language
        case donorName = "name"
        case legalForm = "legal_form"
        case postalCode = "postal_code"
    }

    public init(
        donor: Int64,
        kind: DonorKind? = nil,
        name: String? = nil,
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
        self.donor = donor
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
        let found = try Donor.require(donor, in: db, circumstances)
        try requireSameKind(found)
        let siren = try DonorText.digits(self.siren, 9, "SIREN")
        let siret = try DonorText.digits(self.siret, 14, "SIRET")
        if let donorName { _ = try DonorText.name(donorName) }
        let fields = DonorFields(
            kind: kind,
            name: donorName,
            legalForm: legalForm,
            siren: siren,
            siret: siret,
            country: country,
            address: address(after: found.address),
            email: email,
            phone: phone,
            language: language
        )
        try Failure.naming(siren) { () throws(PostgresError) in
            try DonorStore.change(found.number, to: fields, of: circumstances.speaker, in: db)
        }
        return Outcome(donor: found.number)
    }

    /// A gift is valued, receipted and capped by who gave it: once there is one, the kind stays.
    private func requireSameKind(_ found: Donor) throws(Failure) {
        guard let kind, kind != found.kind, found.donations > 0 else { return }
        throw .refused(
            Refusal(
                .donorHasGiven,
                [
                    "donor": .text(found.name), "donor_kind": .word(found.kind),
                    "donations": .number(Int(found.donations)),
                ],
                next: [AddDonor.name]
            )
        )
    }

    private func address(after lines: [String]) -> [String]? {
        guard street != nil || postalCode != nil || town != nil else { return nil }
        let before = EnvelopeAddress.parts(lines)
        return EnvelopeAddress.lines(
            street: street ?? before.streets.joined(separator: "\n"),
            postalCode: postalCode ?? before.postalCode,
            town: town ?? before.town
        )
    }
}

extension Donor {
    /// The donor of a number, or the one it was merged into.
    ///
    /// - Throws: `unknown_donor`.
    static func require(
        _ number: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Donor {
        let donor = try Failure.running { () throws(PostgresError) -> Donor? in
            let found = try DonorStore.find(number, of: circumstances.speaker, in: db)
            guard let into = found?.mergedInto else { return found }
            return try DonorStore.find(into, of: circumstances.speaker, in: db)
        }
        guard let donor else {
            throw .refused(Refusal(.unknownDonor, ["donor": .text(String(number))]))
        }
        return donor
    }
}
