public import Domain
public import Postgres

/// Links that lead to a donor's own page: made and ended by the house, followed by whoever holds one.
public enum DonorLinkStore {
    public struct Link: Hashable, Sendable {
        public let number: Int64
        public let madeAt: Timestamp
        public let madeBy: String
        /// The last day on which it leads somewhere.
        public let lastDay: Day
        public let isOpen: Bool
    }

    /// A machine that was given, and where it stands in the stay that the gift began.
    public struct Machine: Hashable, Sendable {
        public let number: Int64
        public let donation: Int64
        public let kind: DeviceType
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let state: String
    }

    /// A paper as kept, or what it is drawn from; both nil once the content was erased on its clock.
    public struct Paper: Hashable, Sendable {
        public let number: String
        public let kind: DocumentType
        public let verification: String
        public let fingerprint: String
        public let content: String?
        public let pdf: [UInt8]?
    }

    /// Keeps the hash of a token under which the donor's page is found for so many days.
    public static func make(
        for donor: Int64,
        token: [UInt8],
        days: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> (link: Int64, lastDay: Day) {
        let row = try db.row(
            "SELECT * FROM core.make_donor_link(\(donor), \(Digest.sha256(token)), \(days))"
        )
        return (try row.decode("link"), try row.day("last_day") ?? Day(number: 0))
    }

    /// Ends one link of a donor, or all; how many still led somewhere.
    public static func revoke(
        of donor: Int64,
        link: Int64?,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.row("SELECT core.revoke_donor_links(\(donor), \(link)) AS ended").decode("ended")
    }

    /// The links of a donor, the newest first.
    public static func list(
        of donor: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Link] {
        var links: [Link] = []
        let rows = try db.rows(
            """
            SELECT l.link_id, l.made_at, p.name, ((l.until AT TIME ZONE o.time_zone)::date - 1)::text AS last_day,
                   l.revoked_at IS NULL AND l.until > clock_timestamp() AS open
              FROM core.donor_link AS l
              JOIN core.organisation AS o ON o.org_id = l.org_id
              JOIN core.person AS p ON p.org_id = l.org_id AND p.person_id = l.made_by
             WHERE l.org_id = \(speaker.organisation) AND l.donor_id = \(donor) ORDER BY l.link_id DESC LIMIT 100
            """
        )
        for row in rows {
            links.append(
                Link(
                    number: try row.decode("link_id"),
                    madeAt: try row.decode("made_at"),
                    madeBy: try row.decode("name"),
                    lastDay: try row.day("last_day") ?? Day(number: 0),
                    isOpen: try row.decode("open")
                )
            )
        }
        return links
    }

    /// All of the page but the machines, as JSON; nil for a link that leads nowhere, counted against the caller.
    public static func show(
        _ token: [UInt8],
        caller: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.row(
            "SELECT core.show_donor_link(\(Digest.sha256(token)), \(caller))::text AS page"
        ).decode("page")
    }

    /// Machines behind a link, by number after a number.
    public static func machines(
        _ token: [UInt8],
        caller: Int32,
        after: Int64,
        limit: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> [Machine] {
        var machines: [Machine] = []
        let rows = try db.rows(
            """
            SELECT * FROM core.devices_of_link(\(Digest.sha256(token)), \(caller), \(after), \(limit))
            """
        )
        for row in rows {
            machines.append(
                Machine(
                    number: try row.decode("device_id"),
                    donation: try row.decode("donation_id"),
                    kind: DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
                    maker: try row.decode("maker"),
                    model: try row.decode("model"),
                    serial: try row.decode("serial"),
                    state: try row.decode("state")
                )
            )
        }
        return machines
    }

    /// A paper of the donor's own; nil for any other number.
    public static func paper(
        _ number: String,
        behind token: [UInt8],
        caller: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> Paper? {
        let row = try db.optionalRow(
            """
            SELECT * FROM core.paper_of_link(\(Digest.sha256(token)), \(caller), \(number))
            """
        )
        guard let row else { return nil }
        return Paper(
            number: try row.decode("number"),
            kind: DocumentType(rawValue: try row.decode("kind")) ?? .rdo,
            verification: try row.decode("verification"),
            fingerprint: try row.decode("fingerprint"),
            content: try row.decode("content"),
            pdf: try row.decode("pdf")
        )
    }

    /// Writes down what the donor agrees or objects to; false when the link leads nowhere.
    public static func consent(
        to purpose: String,
        given: Bool,
        behind token: [UInt8],
        caller: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.row(
            """
            SELECT core.consent_by_link(\(Digest.sha256(token)), \(caller), \(purpose), \(given)) AS said
            """
        ).decode("said")
    }
}
