public import Postgres

/// Imports that were run, and their undoing.
public enum ImportUndoStore {
    /// One run that read a file.
    public struct Batch: Hashable, Sendable {
        public let batch: Int64
        public let kind: String
        public let file: String?
        public let donation: Int64?
        public let at: Timestamp
        public let by: String
        /// Machines that it brought.
        public let devices: Int64
        /// Nil while it stands.
        public let undoneAt: Timestamp?
    }

    /// The runs before one of them, the latest first.
    public static func batches(
        before: Int64?,
        donation: Int64?,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Batch] {
        var batches: [Batch] = []
        let rows = try db.rows(
            """
            SELECT b.batch_id, b.kind, b.file_name, b.donation_id, b.at, p.name, b.undone_at,
                   (SELECT count(*) FROM core.stay AS y WHERE y.org_id = b.org_id AND y.donation_id = b.donation_id
                       AND y.import_id = b.batch_id) AS devices
              FROM core.import_batch AS b JOIN core.person AS p ON p.org_id = b.org_id AND p.person_id = b.person_id
             WHERE b.org_id = \(speaker.organisation) AND (\(before)::bigint IS NULL OR b.batch_id < \(before))
               AND (\(donation)::bigint IS NULL OR b.donation_id = \(donation))
             ORDER BY b.batch_id DESC LIMIT \(Int64(limit))
            """
        )
        for row in rows {
            batches.append(
                Batch(
                    batch: try row.decode("batch_id"),
                    kind: try row.decode("kind"),
                    file: try row.decode("file_name"),
                    donation: try row.decode("donation_id"),
                    at: try row.decode("at"),
                    by: try row.decode("name"),
                    devices: try row.decode("devices"),
                    undoneAt: try row.decode("undone_at")
                )
            )
        }
        return batches
    }

    /// Something that happened to what an import brought, after it.
    public struct Obstacle: Hashable, Sendable {
        /// Nil for a paper of the donation.
        public let device: Int64?
        /// The event's word, or the paper's number.
        public let event: String
    }

    /// What keeps an import from being undone; empty when nothing does.
    public static func obstacles(
        to batch: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        for row in try db.rows("SELECT device_id, event FROM core.undo_obstacles(\(batch))") {
            obstacles.append(
                Obstacle(
                    device: try row.decode("device_id"),
                    event: try row.decode("event")
                )
            )
        }
        return obstacles
    }

    /// What an undoing did.
    public struct Undone: Hashable, Sendable {
        public let withdrawn: Int32
        public let restored: Int32
        /// True when it was undone before, and nothing changed now.
        public let already: Bool
    }

    public static func undo(
        _ batch: Int64,
        reason: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Undone {
        let row = try db.row(
            "SELECT withdrawn, restored, already FROM core.undo_import(\(batch), \(reason))"
        )
        return Undone(
            withdrawn: try row.decode("withdrawn"),
            restored: try row.decode("restored"),
            already: try row.decode("already")
        )
    }

    /// What a run read.
    public struct Source: Hashable, Sendable {
        /// Such as `donors`.
        public let kind: String
        public let file: String?
        /// Whether it was into a donation.
        public let isOfDonation: Bool
    }

    /// What a run read; nil for a number that no run has.
    public static func source(
        of batch: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Source? {
        guard
            let row = try db.optionalRow(
                """
                SELECT kind, file_name, donation_id IS NOT NULL AS is_of_donation FROM core.import_batch
                 WHERE org_id = \(speaker.organisation) AND batch_id = \(batch)
                """
            )
        else { return nil }
        return Source(
            kind: try row.decode("kind"),
            file: try row.decode("file_name"),
            isOfDonation: try row.decode("is_of_donation")
        )
    }
}
