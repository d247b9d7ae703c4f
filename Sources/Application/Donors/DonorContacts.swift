public import Domain
public import Postgres
import Store

/// Adds somebody to ask at a donor's.
public struct AddDonorContact: Command {
    public static let name = "add-donor-contact"
    public static let summary = Phrase(fr: "ajoute un contact", en: "adds a contact of a donor")
    public static let permission = AddDonor.permission

    public let donor: Int64
    public let contactName: String
    /// What they do there.
    public let role: String?
    public let email: String?
    public let phone: String?

    enum CodingKeys: String, CodingKey {
        case donor, role, email, phone
        case contactName = "name"
    }

    public init(
        donor: Int64,
        name: String,
        role: String? = nil,
        email: String? = nil,
        phone: String? = nil
    ) {
        self.donor = donor
        contactName = name
        self.role = role
        self.email = email
        self.phone = phone
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let contact: Int64
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let found = try Donor.require(donor, in: db, circumstances)
        let name = try DonorText.name(contactName)
        return try Failure.running { () throws(PostgresError) in
            Outcome(
                contact: try DonorStore.addContact(
                    name,
                    role: role,
                    email: email,
                    phone: phone,
                    to: found.number,
                    of: circumstances.speaker,
                    in: db
                )
            )
        }
    }
}

/// Says that a contact is no longer the one to ask.
public struct EndDonorContact: Command {
    public static let name = "end-donor-contact"
    public static let summary = Phrase(fr: "clôt un contact", en: "ends a contact of a donor")
    public static let permission = AddDonor.permission

    public let donor: Int64
    public let contact: Int64

    public init(donor: Int64, contact: Int64) {
        self.donor = donor
        self.contact = contact
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let contact: Int64
        public let until: Day
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let ended = try Failure.running { () throws(PostgresError) in
            try DonorStore.endContact(
                contact,
                of: donor,
                on: circumstances.today,
                of: circumstances.speaker,
                in: db
            )
        }
        guard ended else {
            throw .refused(Refusal(.unknownDonor, ["donor": .text("\(donor), \(contact)")]))
        }
        return Outcome(contact: contact, until: circumstances.today)
    }
}

/// Writes down what a donor agrees or objects to: `mail` is the appeals that we send.
public struct RecordDonorConsent: Command {
    public static let name = "record-donor-consent"
    public static let summary = Phrase(
        fr: "note un accord ou une opposition d'un donateur",
        en: "writes down what a donor agrees or objects to"
    )
    public static let permission = Permission(.intake, .receiptIssuer, .admin, .dpo)

    public let donor: Int64
    public let purpose: String
    /// False is an objection.
    public let given: Bool
    /// How it was said: `letter`, `mail`, `at the counter`.
    public let how: String

    public init(donor: Int64, purpose: String, given: Bool, how: String) {
        self.donor = donor
        self.purpose = purpose
        self.given = given
        self.how = how
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donor: Int64
        public let purpose: String
        public let given: Bool
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let found = try Donor.require(donor, in: db, circumstances)
        try Failure.running { () throws(PostgresError) in
            try DonorStore.recordConsent(
                to: purpose,
                given: given,
                how: how,
                by: found.number,
                of: circumstances.speaker,
                in: db
            )
        }
        return Outcome(donor: found.number, purpose: purpose, given: given)
    }
}
