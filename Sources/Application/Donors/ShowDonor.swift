public import Domain
public import Postgres
import Store

/// A donor with contacts and what they agreed to.
public struct ShowDonor: Question {
    public static let name = "show-donor"
    public static let summary = Phrase(fr: "montre un donateur", en: "shows a donor")
    public static let permission = Permission(
        .intake,
        .receiptIssuer,
        .accountant,
        .registerKeeper,
        .auditor,
        .dpo,
        .admin
    )

    public let donor: Int64

    public init(donor: Int64) {
        self.donor = donor
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let donor: DonorAnswer
        public let contacts: [Contact]
        public let consents: [Consent]
    }

    public struct Contact: Codable, Sendable, Hashable {
        public let contact: Int64
        public let name: String
        public let role: String?
        public let email: String?
        public let phone: String?
        /// The day from which they are no longer the one to ask.
        public let until: String?
    }

    public struct Consent: Codable, Sendable, Hashable {
        public let purpose: String
        public let given: Bool
        public let how: String
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let found = try Donor.require(donor, in: db, circumstances)
        let speaker = circumstances.speaker
        return try Failure.running { () throws(PostgresError) in
            Answer(
                donor: DonorAnswer(found),
                contacts: try DonorStore.contacts(of: found.number, speaker, in: db).map {
                    Contact(
                        contact: $0.number,
                        name: $0.name,
                        role: $0.role,
                        email: $0.email,
                        phone: $0.phone,
                        until: $0.until
                    )
                },
                consents: try DonorStore.consents(of: found.number, speaker, in: db).map {
                    Consent(purpose: $0.purpose, given: $0.given, how: $0.how)
                }
            )
        }
    }
}

/// Donors by number, a page at a time.
public struct ListDonors: Question {
    public static let name = "list-donors"
    public static let summary = Phrase(fr: "liste les donateurs", en: "lists donors")
    public static let permission = ShowDonor.permission

    public let kind: DonorKind?
    /// The last number of the page before.
    public let after: Int64?
    public let limit: Int32?

    public init(kind: DonorKind? = nil, after: Int64? = nil, limit: Int32? = nil) {
        self.kind = kind
        self.after = after
        self.limit = limit
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [DonorAnswer] {
        try Failure.running { () throws(PostgresError) in
            try DonorStore.list(
                kind: kind,
                after: after ?? 0,
                limit: DonorPage.bounded(limit),
                of: circumstances.speaker,
                in: db
            )
            .map { DonorAnswer($0) }
        }
    }
}

/// Donors whose name is like some words, forgiving of misspellings, or with that SIREN, SIRET or address of mail.
public struct FindDonor: Question {
    public static let name = "find-donor"
    public static let summary = Phrase(fr: "cherche un donateur", en: "searches for a donor")
    public static let permission = ShowDonor.permission

    public let text: String
    public let limit: Int32?

    public init(text: String, limit: Int32? = nil) {
        self.text = text
        self.limit = limit
    }

    /// The most alike first.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [DonorAnswer] {
        try Failure.running { () throws(PostgresError) in
            try DonorStore.search(
                text,
                limit: DonorPage.bounded(limit ?? 20),
                of: circumstances.speaker,
                in: db
            )
            .map { DonorAnswer($0) }
        }
    }
}

/// How much is answered at once.
enum DonorPage {
    static let usual: Int32 = 100
    static let most: Int32 = 1_000

    static func bounded(_ limit: Int32?) -> Int32 {
        min(max(1, limit ?? usual), most)
    }
}
