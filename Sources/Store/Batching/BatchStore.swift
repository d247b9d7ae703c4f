public import Postgres

/// What a batch keeps and looks up for many lines in one statement.
public enum BatchStore {
    /// What is recorded under a key.
    public struct Record: Hashable, Sendable {
        public let command: String
        /// SHA-256 of the command's JSON form.
        public let content: [UInt8]

        public init(command: String, content: [UInt8]) {
            self.command = command
            self.content = content
        }
    }

    /// The keys that were used before, with what for.
    public static func records(
        under keys: [String],
        of speaker: Speaker,
        on shelf: AnswerShelf,
        in db: isolated Connection
    ) throws(PostgresError) -> [String: Record] {
        let rows =
            switch shelf {
            case .main:
                try db.rows(
                    """
                    SELECT key, command, content_sha256 FROM core.idempotency
                     WHERE org_id = \(speaker.organisation) AND key = ANY (\(keys)::text[])
                    """
                )
            case .social:
                try db.rows(
                    """
                    SELECT key, command, content_sha256 FROM social.kept_answer
                     WHERE org_id = \(speaker.organisation) AND key = ANY (\(keys)::text[])
                    """
                )
            }
        var records: [String: Record] = [:]
        for row in rows {
            records[try row.decode("key")] = Record(
                command: try row.decode("command"),
                content: try row.decode("content_sha256")
            )
        }
        return records
    }

    /// Keeps the answers of lines of one command under their keys, for ever; in the order of the keys, so that two batches
    /// with the same keys wait for one another instead of deadlocking.
    public static func keep(
        _ keys: [String],
        command: String,
        contents: [[UInt8]],
        outcomes: [String],
        for speaker: Speaker,
        on shelf: AnswerShelf,
        in db: isolated Connection
    ) throws(PostgresError) {
        switch shelf {
        case .main:
            try db.execute(
                """
                INSERT INTO core.idempotency (org_id, key, command, content_sha256, outcome, person_id)
                SELECT \(speaker.organisation), k.key, \(command), k.content, k.outcome::jsonb, \(speaker.person)
                  FROM unnest(\(keys)::text[], \(contents)::bytea[], \(outcomes)::text[]) AS k (key, content, outcome)
                 ORDER BY k.key
                """
            )
        case .social:
            try db.execute(
                """
                INSERT INTO social.kept_answer (org_id, key, command, content_sha256, outcome, person_id)
                SELECT \(speaker.organisation), k.key, \(command), k.content, k.outcome::jsonb, \(speaker.person)
                  FROM unnest(\(keys)::text[], \(contents)::bytea[], \(outcomes)::text[]) AS k (key, content, outcome)
                 ORDER BY k.key
                """
            )
        }
    }

    /// Makes every deferred wall speak about what was done so far, and defers them again: so a line is told its own walls.
    public static func settle(in db: isolated Connection) throws(PostgresError) {
        try db.execute("SET CONSTRAINTS ALL IMMEDIATE")
        try db.execute("SET CONSTRAINTS ALL DEFERRED")
    }
}
