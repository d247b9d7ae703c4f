public import Postgres
public import Schema

/// The record of what was done, recounted and anchored.
public enum AuditStore {
    /// Drops an anchor over everything that is surely written; nobody waits for it.
    public static func dropAnchor(in db: isolated Connection) throws(PostgresError) -> Anchor {
        try anchor(
            db.row(
                """
                SELECT org_id, nth, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, micros, chains, events,
                       encode(root, 'hex') AS root, encode(prev_hash, 'hex') AS previous, encode(hash, 'hex') AS hash
                  FROM audit.drop_anchor()
                """
            )
        )
    }

    /// Anchors in the order in which they were dropped, beginning with the one after `after`.
    public static func anchors(
        of speaker: Speaker,
        after: Int32,
        limit: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> [Anchor] {
        var anchors: [Anchor] = []
        let rows = try db.rows(
            """
            SELECT org_id, nth, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, micros, chains, events,
                   encode(root, 'hex') AS root, encode(prev_hash, 'hex') AS previous, encode(hash, 'hex') AS hash
              FROM audit.anchor WHERE org_id = \(speaker.organisation) AND nth > \(after) ORDER BY nth LIMIT \(limit)
            """
        )
        for row in rows { anchors.append(try anchor(row)) }
        return anchors
    }

    /// The rows that a check selects, each of which must not exist.
    ///
    /// Reads whole tables: seconds for a million events.
    public static func findings(
        of check: Schema.Text,
        in db: isolated Connection
    ) throws(PostgresError) -> [Finding] {
        var findings: [Finding] = []
        let name = check.name.split(separator: ".")[0].drop { $0.isNumber || $0 == "_" }
        for row in try db.script(check.text) {
            findings.append(
                Finding(
                    check: String(name),
                    fault: try row.decode("fault"),
                    object: try row.decode("object")
                )
            )
        }
        return findings
    }

    /// How many chained events there are.
    public static func eventCount(
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row("SELECT count(*) FROM audit.event WHERE org_id = \(speaker.organisation)")
            .decode("count")
    }

    private static func anchor(_ row: Row) throws(PostgresError) -> Anchor {
        Anchor(
            organisation: try row.decode("org_id"),
            nth: try row.decode("nth"),
            at: try row.decode("at"),
            micros: try row.decode("micros"),
            chains: try row.decode("chains"),
            events: try row.decode("events"),
            root: try row.decode("root"),
            previous: try row.decode("previous"),
            hash: try row.decode("hash")
        )
    }
}
