import Domain
public import Postgres

/// Who looked at what, and which keys have ended: for whoever audits, without what was looked at.
public enum AccessStore {
    /// Somebody read a family's means, or tried to without the right.
    public struct Reading: Hashable, Sendable {
        public let number: Int64
        public let at: Timestamp
        public let login: String
        public let application: Int64
        public let reason: String
        public let isGranted: Bool
    }

    /// A program's key.
    public struct Key: Hashable, Sendable {
        public let number: Int64
        public let login: String
        public let purpose: String
        public let until: Timestamp
        public let revokedAt: Timestamp?
        /// When it ended, by its date or by hand; nil while it serves.
        public let endedAt: Timestamp?
    }

    /// Readings of incomes by number, after a number, as the social login sees them.
    public static func readings(
        after: Int64,
        limit: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Reading] {
        var readings: [Reading] = []
        let rows = try db.rows(
            """
            SELECT l.access_id, l.at, p.login, l.application_id, l.why, l.granted
              FROM social.access_log AS l JOIN core.person AS p ON p.org_id = l.org_id AND p.person_id = l.person_id
             WHERE l.org_id = \(speaker.organisation) AND l.access_id > \(after) ORDER BY l.access_id LIMIT \(limit)
            """
        )
        for row in rows {
            readings.append(
                Reading(
                    number: try row.decode("access_id"),
                    at: try row.decode("at"),
                    login: try row.decode("login"),
                    application: try row.decode("application_id"),
                    reason: try row.decode("why"),
                    isGranted: try row.decode("granted")
                )
            )
        }
        return readings
    }

    /// Keys by number, after a number.
    public static func keys(
        after: Int64,
        limit: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> [Key] {
        var keys: [Key] = []
        for row in try db.rows("SELECT * FROM core.list_tokens(\(after), \(limit))") {
            keys.append(
                Key(
                    number: try row.decode("token"),
                    login: try row.decode("login"),
                    purpose: try row.decode("purpose"),
                    until: try row.decode("until"),
                    revokedAt: try row.decode("revoked_at"),
                    endedAt: try row.decode("ended_at")
                )
            )
        }
        return keys
    }
}
