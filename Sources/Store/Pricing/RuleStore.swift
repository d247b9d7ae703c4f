public import Domain
public import Postgres

/// Rules that hold on some days: published under a name, closed when the next begins, never edited.
public enum RuleStore {
    public enum Kind: String, Sendable {
        case priceGrid = "price_grid"
        case publicCap = "public_cap"
        case brackets
        case eligibility
        case waitingOrder = "waiting_order"
        case grading
        case retention
    }

    /// A rule and its days.
    public struct Version: Hashable, Sendable {
        public let name: String
        public let first: Day
        /// The day on which it no longer holds; nil while no next one is published.
        public let end: Day?

        public init(name: String, first: Day, end: Day?) {
            self.name = name
            self.first = first
            self.end = end
        }
    }

    /// The version in force on a day, if any.
    public static func version(
        of kind: Kind,
        on day: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Version? {
        let row = try db.optionalRow(
            """
            SELECT name, lower(during)::text AS first, upper(during)::text AS end
              FROM core.rule_version
             WHERE org_id = \(speaker.organisation) AND kind = \(kind.rawValue) AND \(day.iso)::date <@ during
            """
        )
        return try row.map { (row) throws(PostgresError) in try version(row) }
    }

    /// The first version that begins after a day, if any.
    public static func next(
        of kind: Kind,
        after day: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Version? {
        let row = try db.optionalRow(
            """
            SELECT name, lower(during)::text AS first, upper(during)::text AS end
              FROM core.rule_version
             WHERE org_id = \(speaker.organisation) AND kind = \(kind.rawValue) AND lower(during) > \(day.iso)::date
             ORDER BY lower(during) LIMIT 1
            """
        )
        return try row.map { (row) throws(PostgresError) in try version(row) }
    }

    /// The version of a name, whenever it is in force.
    public static func version(
        of kind: Kind,
        named name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Version? {
        let row = try db.optionalRow(
            """
            SELECT name, lower(during)::text AS first, upper(during)::text AS end
              FROM core.rule_version
             WHERE org_id = \(speaker.organisation) AND kind = \(kind.rawValue) AND name = \(name)
            """
        )
        return try row.map { (row) throws(PostgresError) in try version(row) }
    }

    private static func version(_ row: Row) throws(PostgresError) -> Version {
        let end: String? = try row.decode("end")
        return Version(
            name: try row.decode("name"),
            first: Day(try row.decode("first", as: String.self)) ?? Day(number: 0),
            end: end.flatMap { Day($0) }
        )
    }

    /// Ends the version in force the day before `day`.
    public static func end(
        _ version: Version,
        of kind: Kind,
        on day: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE core.rule_version SET during = daterange(lower(during), \(day.iso)::date)
             WHERE org_id = \(speaker.organisation) AND kind = \(kind.rawValue) AND name = \(version.name)
            """
        )
    }

    /// One publication at a time of a house, each seeing what the one before published.
    ///
    /// Two that add rules of one day at once would otherwise wait for each other at the constraint that excludes them.
    public static func takeTurns(
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT pg_advisory_xact_lock(7307, \(speaker.organisation))")
    }

    public static func add(
        _ version: Version,
        of kind: Kind,
        source: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO core.rule_version (org_id, kind, name, during, source)
            VALUES (\(speaker.organisation), \(kind.rawValue), \(version.name),
                    daterange(\(version.first.iso)::date, \(version.end?.iso)::date), \(source))
            """
        )
    }
}
