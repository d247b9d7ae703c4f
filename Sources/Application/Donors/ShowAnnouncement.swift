public import Domain
public import Postgres
import Store

/// A gift that somebody without an account announced, as the house sees it.
public struct AnnouncementAnswer: Codable, Sendable, Hashable {
    public let announcement: Int64
    public let announcedOn: Day
    /// A word of donors' kinds, or `anonymous`.
    public let donorKind: String
    public let name: String?
    public let email: String?
    public let phone: String?
    public let note: String?
    public let language: Language
    public let consentsToMail: Bool
    /// `accepted`, `refused`, or `lapsed` when nobody decided in time; nil while it waits.
    public let outcome: String?
    public let reason: String?
    public let donation: Int64?
    /// The donor's own list; nil when none was left.
    public let fileName: String?

    enum CodingKeys: String, CodingKey {
        case announcement, name, email, phone, note, language, outcome, reason, donation
        case announcedOn = "announced_on"
        case donorKind = "donor_kind"
        case consentsToMail = "consents_to_mail"
        case fileName = "file_name"
    }

    init(_ announced: AnnouncementStore.Announced) {
        announcement = announced.number
        announcedOn = announced.announcedOn
        donorKind = announced.donorKind
        name = announced.name
        email = announced.email
        phone = announced.phone
        note = announced.note
        language = announced.language
        consentsToMail = announced.consentsToMail
        outcome = announced.outcome
        reason = announced.reason
        donation = announced.donation
        fileName = announced.fileName
    }
}

/// One announced gift with its lines.
public struct ShowAnnouncement: Question {
    public static let name = "show-announcement"
    public static let summary = Phrase(
        fr: "montre un don annoncé par un inconnu",
        en: "shows a gift that a stranger announced"
    )
    public static let permission = AnnounceDonation.permission

    public let announcement: Int64

    public init(announcement: Int64) {
        self.announcement = announcement
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let announcement: AnnouncementAnswer
        public let lines: [AnnouncedGift.Line]
    }

    /// - Throws: `unknown_announcement`.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let found = try AnnouncementStore.Announced.require(announcement, in: db, circumstances)
        let lines = try Failure.running { () throws(PostgresError) in
            try AnnouncementStore.lines(of: announcement, circumstances.speaker, in: db)
        }
        return Answer(announcement: AnnouncementAnswer(found), lines: lines.map(\.given))
    }
}

/// Announced gifts by number, a page at a time.
public struct ListAnnouncements: Question {
    public static let name = "list-announcements"
    public static let summary = Phrase(
        fr: "liste les dons annoncés par des inconnus",
        en: "lists gifts that strangers announced"
    )
    public static let permission = AnnounceDonation.permission

    /// Decided ones as well.
    public let all: Bool?
    /// The last number of the page before.
    public let after: Int64?
    public let limit: Int32?

    public init(all: Bool? = nil, after: Int64? = nil, limit: Int32? = nil) {
        self.all = all
        self.after = after
        self.limit = limit
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [AnnouncementAnswer] {
        try Failure.running { () throws(PostgresError) in
            try AnnouncementStore.list(
                waiting: all != true,
                after: after ?? 0,
                limit: DonorPage.bounded(limit),
                circumstances.speaker,
                in: db
            )
            .map { AnnouncementAnswer($0) }
        }
    }
}

extension AnnouncementStore.Announced {
    /// - Throws: `unknown_announcement`.
    static func require(
        _ number: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> AnnouncementStore.Announced {
        let found = try Failure.running { () throws(PostgresError) in
            try AnnouncementStore.find(number, circumstances.speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownAnnouncement, ["announcement": .number(Int(number))]))
        }
        return found
    }
}

extension AnnouncementStore.Line {
    var given: AnnouncedGift.Line {
        AnnouncedGift.Line(kind: kind, description: description, quantity: quantity)
    }
}
