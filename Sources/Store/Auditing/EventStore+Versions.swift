public import Postgres

extension EventStore {
    /// What somebody did since, for whoever is told that a thing has changed.
    public struct Change: Hashable, Sendable {
        public let name: String
        /// The name of who did it.
        public let by: String
        /// Hour and minute where the organisation is.
        public let at: String
    }

    /// The number of a thing's last event; 0 while nothing was written of it.
    public static func last(
        of subject: String,
        _ number: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.row("SELECT audit.version_of(\(subject), \(number)) AS last").decode("last")
    }

    /// How far a thing's history has come, and the latest of what others did since `event`, the newest first.
    ///
    /// What this transaction wrote is not among it: asked again when all is written, it tells who came in between.
    public static func later(
        than event: Int32,
        of subject: String,
        _ number: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> (last: Int32, changes: [Change]) {
        var last: Int32 = 0
        var changes: [Change] = []
        let rows = try db.rows(
            """
            SELECT last, name, by, at FROM audit.later_events(\(subject), \(number), \(event))
            """
        )
        for row in rows {
            last = try row.decode("last")
            guard let name: String = try row.decode("name") else { continue }
            changes.append(Change(name: name, by: try row.decode("by"), at: try row.decode("at")))
        }
        return (last, changes)
    }

    /// Writes down that a rule of a kind was published, in the one chain of its kind.
    public static func tellRule(
        _ event: String,
        of kind: RuleStore.Kind,
        named name: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT audit.append_one(\(kind.rawValue), 1, \(event), jsonb_build_object('rule', \(name)::text))
            """
        )
    }
}
