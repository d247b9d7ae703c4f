public import Postgres

/// What a server says of itself, for whoever looks after it.
public struct ServerFacts: Hashable, Sendable {
    /// Such as 150018.
    public let version: Int32
    public let encoding: String
    /// True when what is committed is on the disk: `fsync` and `full_page_writes`.
    public let isDurable: Bool
    public let seconds: Int64
    public let bytes: Int64

    public static func read(in db: isolated Connection) throws(PostgresError) -> ServerFacts {
        let row = try db.row(
            """
            SELECT current_setting('server_version_num')::integer AS version, current_setting('server_encoding') AS encoding,
                   current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on' AS durable,
                   extract(epoch FROM clock_timestamp())::bigint AS seconds, pg_database_size(current_database()) AS bytes
            """
        )
        return ServerFacts(
            version: try row.decode("version"),
            encoding: try row.decode("encoding"),
            isDurable: try row.decode("durable"),
            seconds: try row.decode("seconds"),
            bytes: try row.decode("bytes")
        )
    }
}

/// What a house should not let lie.
public struct HouseFacts: Hashable, Sendable {
    /// Letters that were given up, or are due since more than an hour.
    public let stuckLetters: Int64
    /// Whole days since the last anchor; nil when none was ever dropped.
    public let anchorDays: Int32?
    /// True when something happened after the last anchor.
    public let hasEventsSince: Bool

    /// Reads them for an organisation, in a transaction of its own.
    public static func read(
        _ organisation: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> HouseFacts {
        let prologue = Speaker(organisation: organisation, person: 0).prologue(key: nil, now: 0)
        return try db.transaction(.readOnly, prologue: prologue) {
            (db) throws(PostgresError) -> HouseFacts in
            let row = try db.row(
                """
                SELECT (SELECT count(*) FROM core.outbox WHERE org_id = \(organisation) AND done_at IS NULL
                           AND (given_up_at IS NOT NULL OR due_at < clock_timestamp() - interval '1 hour')) AS stuck,
                       extract(day FROM clock_timestamp() - a.at)::integer AS days,
                       EXISTS (SELECT FROM audit.event AS e WHERE e.org_id = \(organisation) AND e.micros > coalesce(a.micros, 0)) AS events
                  FROM (VALUES (1)) AS one
                  LEFT JOIN LATERAL (SELECT at, micros FROM audit.anchor WHERE org_id = \(organisation) ORDER BY nth DESC LIMIT 1) AS a ON true
                """
            )
            return HouseFacts(
                stuckLetters: try row.decode("stuck"),
                anchorDays: try row.decode("days"),
                hasEventsSince: try row.decode("events")
            )
        }
    }
}
