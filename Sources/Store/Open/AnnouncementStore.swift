public import Domain
public import Postgres

/// Gifts that strangers announce: written through their own door, decided by the house.
public enum AnnouncementStore {
    /// Who announced, what, and how it was decided.
    public struct Announced: Hashable, Sendable {
        public let number: Int64
        public let at: Timestamp
        public let announcedOn: Day
        /// A word of `DonorKind`, or `anonymous`.
        public let donorKind: String
        /// nil for whoever stays anonymous, and for everybody once it is decided; so are the next three.
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
        public let fileName: String?
    }

    public struct Line: Hashable, Sendable {
        public let kind: DeviceType
        public let description: String?
        public let quantity: Int32
    }

    /// Writes down one announced gift, for a stranger; its number, the same for the same token.
    ///
    /// `link` is where it can be followed, for the letter that confirms.
    public static func announce(
        _ gift: String,
        token: [UInt8],
        caller: Int32,
        file: (name: String, bytes: [UInt8])?,
        link: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            SELECT core.announce_gift(\(Digest.sha256(token)), \(caller), \(gift)::jsonb, \(file?.name), \(file?.bytes), \(link)) AS number
            """
        ).decode("number")
    }

    /// How an announced gift stands, as JSON, for whoever holds its link; nil for a link that leads nowhere.
    public static func show(
        _ token: [UInt8],
        caller: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.row(
            "SELECT core.show_announcement(\(Digest.sha256(token)), \(caller))::text AS page"
        ).decode("page")
    }

    /// Announced gifts by number, after a number; those that wait, or all.
    public static func list(
        waiting: Bool,
        after: Int64,
        limit: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Announced] {
        var announced: [Announced] = []
        let rows = try db.rows(
            """
            SELECT a.announcement_id, a.at, core.day_of(a.org_id, a.at)::text AS announced_on, a.donor_kind, a.name, a.email, a.phone,
                   a.note, a.language, a.consents_to_mail, a.outcome, a.reason, a.donation_id,
                   (SELECT f.file_name FROM core.announced_list AS f
                     WHERE f.org_id = a.org_id AND f.announcement_id = a.announcement_id) AS file_name
              FROM core.announcement AS a
             WHERE a.org_id = \(speaker.organisation) AND a.announcement_id > \(after) AND (NOT \(waiting) OR a.outcome IS NULL)
             ORDER BY a.announcement_id LIMIT \(limit)
            """
        )
        for row in rows { announced.append(try Self.announced(row)) }
        return announced
    }

    public static func find(
        _ number: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Announced? {
        // Numbers count from one; none is before the least that there can be.
        guard number > 0 else { return nil }
        return try list(waiting: false, after: number - 1, limit: 1, speaker, in: db).first {
            $0.number == number
        }
    }

    public static func lines(
        of number: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Line] {
        var lines: [Line] = []
        let rows = try db.rows(
            """
            SELECT kind, description, quantity FROM core.announced_line
             WHERE org_id = \(speaker.organisation) AND announcement_id = \(number) ORDER BY line
            """
        )
        for row in rows {
            lines.append(
                Line(
                    kind: DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
                    description: try row.decode("description"),
                    quantity: try row.decode("quantity")
                )
            )
        }
        return lines
    }

    /// The donor's own list, as it came.
    public static func file(
        of number: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> (name: String, bytes: [UInt8])? {
        let row = try db.optionalRow(
            """
            SELECT file_name, bytes FROM core.announced_list
             WHERE org_id = \(speaker.organisation) AND announcement_id = \(number)
            """
        )
        guard let row else { return nil }
        return (try row.decode("file_name"), try row.decode("bytes"))
    }

    /// The list that came with the announcement of a donation; nil when there was none.
    public static func file(
        ofDonation donation: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> (name: String, bytes: [UInt8])? {
        let row = try db.optionalRow(
            """
            SELECT l.file_name, l.bytes FROM core.announcement AS a JOIN core.announced_list AS l USING (org_id, announcement_id)
             WHERE a.org_id = \(speaker.organisation) AND a.donation_id = \(donation)
            """
        )
        guard let row else { return nil }
        return (try row.decode("file_name"), try row.decode("bytes"))
    }

    /// Decides, once: with a donation it is accepted, with a reason refused.
    ///
    /// It names nobody from then on.
    public static func decide(
        _ number: Int64,
        donation: Int64?,
        reason: String?,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.decide_announcement(\(number), \(donation), \(reason))")
    }

    private static func announced(_ row: Row) throws(PostgresError) -> Announced {
        Announced(
            number: try row.decode("announcement_id"),
            at: try row.decode("at"),
            announcedOn: try row.day("announced_on") ?? Day(number: 0),
            donorKind: try row.decode("donor_kind"),
            name: try row.decode("name"),
            email: try row.decode("email"),
            phone: try row.decode("phone"),
            note: try row.decode("note"),
            language: Language(rawValue: try row.decode("language")) ?? .fr,
            consentsToMail: try row.decode("consents_to_mail"),
            outcome: try row.decode("outcome"),
            reason: try row.decode("reason"),
            donation: try row.decode("donation_id"),
            fileName: try row.decode("file_name")
        )
    }
}
