public import Domain
public import Postgres
import Store

/// Makes a link to a donor's own page: papers, what became of the machines, consent.
///
/// Whoever holds the link sees the page; it is told once, and only its hash is kept.
public struct MakeDonorLink: Command {
    public static let name = "make-donor-link"
    public static let summary = Phrase(
        fr: "donne à un donateur un lien vers sa page",
        en: "gives a donor a link to their own page"
    )
    public static let permission = Permission(.intake, .receiptIssuer, .admin)
    public static let tellsSecret = true

    public let donor: Int64
    /// How long it serves, 1 to 365; 90 unless said.
    public let days: Int32?

    public init(donor: Int64, days: Int32? = nil) {
        self.donor = donor
        self.days = days
    }

    /// The secret part of the link, told once: `/gifts/` and this.
    public struct Outcome: Codable, Sendable, Hashable {
        public let donor: Int64
        public let link: Int64
        public let secret: String
        public let lastDay: Day

        enum CodingKeys: String, CodingKey {
            case donor, link, secret
            case lastDay = "last_day"
        }
    }

    /// - Throws: `unknown_donor`; `.unreadable` for days out of range.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let days = days ?? 90
        guard (1...365).contains(days) else {
            throw .unreadable(
                Unreadable(
                    "days: \(days)",
                    expected: Phrase(fr: "de 1 à 365 jours", en: "1 to 365 days")
                )
            )
        }
        let giver = try Donor.require(donor, in: db, circumstances).number
        let token = Token()
        let made = try Failure.running { () throws(PostgresError) in
            try DonorLinkStore.make(for: giver, token: token.bytes, days: days, in: db)
        }
        return Outcome(donor: giver, link: made.link, secret: token.text, lastDay: made.lastDay)
    }
}

/// Ends the links to a donor's page, all of them or one, at once.
public struct RevokeDonorLinks: Command {
    public static let name = "revoke-donor-links"
    public static let summary = Phrase(
        fr: "retire les liens vers la page d'un donateur",
        en: "ends the links to a donor's page"
    )
    public static let permission = MakeDonorLink.permission

    public let donor: Int64
    /// Absent: all.
    public let link: Int64?

    public init(donor: Int64, link: Int64? = nil) {
        self.donor = donor
        self.link = link
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let donor: Int64
        /// How many still led somewhere.
        public let ended: Int32
    }

    /// - Throws: `unknown_donor`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let giver = try Donor.require(donor, in: db, circumstances).number
        let ended = try Failure.running { () throws(PostgresError) in
            try DonorLinkStore.revoke(of: giver, link: link, in: db)
        }
        return Outcome(donor: giver, ended: ended)
    }
}

/// The links that were made to a donor's page, the newest first; never the secret.
public struct ListDonorLinks: Question {
    public static let name = "list-donor-links"
    public static let summary = Phrase(
        fr: "liste les liens vers la page d'un donateur",
        en: "lists the links to a donor's page"
    )
    public static let permission = ShowDonor.permission

    public let donor: Int64

    public init(donor: Int64) {
        self.donor = donor
    }

    public struct Line: Codable, Sendable, Hashable {
        public let link: Int64
        public let madeAt: String
        public let madeBy: String
        public let lastDay: Day
        /// Whether it still leads somewhere.
        public let isOpen: Bool

        enum CodingKeys: String, CodingKey {
            case link
            case madeAt = "made_at"
            case madeBy = "made_by"
            case lastDay = "last_day"
            case isOpen = "open"
        }
    }

    /// - Throws: `unknown_donor`.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Line] {
        let giver = try Donor.require(donor, in: db, circumstances).number
        return try Failure.running { () throws(PostgresError) in
            try DonorLinkStore.list(of: giver, circumstances.speaker, in: db).map {
                Line(
                    link: $0.number,
                    madeAt: $0.madeAt.iso,
                    madeBy: $0.madeBy,
                    lastDay: $0.lastDay,
                    isOpen: $0.isOpen
                )
            }
        }
    }
}
