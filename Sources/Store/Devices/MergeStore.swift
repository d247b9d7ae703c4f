public import Postgres

/// Records of machines that were found to be one.
public enum MergeStore {
    /// The records into which others were merged, by the one that went; absent for those that stand by themselves.
    public static func survivors(
        of devices: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64: Int64] {
        let rows = try db.rows(
            """
            SELECT device_id, survivor_id FROM core.device_merge
             WHERE org_id = \(speaker.organisation) AND device_id = ANY (\(devices)) AND split_at IS NULL
            """
        )
        var survivors: [Int64: Int64] = [:]
        for row in rows {
            survivors[try row.decode("device_id")] = try row.decode("survivor_id", as: Int64.self)
        }
        return survivors
    }

    /// The word of what keeps one record from going into another; nil when nothing does.
    public static func obstacle(
        merging device: Int64,
        into survivor: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.row("SELECT core.judge_merge(\(device), \(survivor)) AS refusal").decode("refusal")
    }

    public static func merge(
        _ device: Int64,
        into survivor: Int64,
        reason: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.merge_devices(\(device), \(survivor), \(reason))")
    }

    /// Parts a record again; answers the one it was merged into.
    public static func split(
        _ device: Int64,
        reason: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row("SELECT core.split_device(\(device), \(reason)) AS survivor_id")
            .decode("survivor_id")
    }

    /// A merge as a machine's page tells it, from either side.
    public struct Merge: Hashable, Sendable {
        public let device: Int64
        public let survivor: Int64
        public let at: Timestamp
        public let reason: String
        /// Nil while they are one.
        public let splitAt: Timestamp?
    }

    /// The merges of a record, as the one that went or the one that stayed; the latest first, at most fifty.
    public static func merges(
        of device: Int64,
        _ speaker: Speaker
    ) -> Reading<[Merge]> {
        .list(
            """
            SELECT device_id, survivor_id, at, reason, split_at FROM core.device_merge
             WHERE org_id = \(speaker.organisation) AND (device_id = \(device) OR survivor_id = \(device))
             ORDER BY merge_id DESC LIMIT 50
            """
        ) { (row) throws(PostgresError) in
            Merge(
                device: try row.decode("device_id"),
                survivor: try row.decode("survivor_id"),
                at: try row.decode("at"),
                reason: try row.decode("reason"),
                splitAt: try row.decode("split_at")
            )
        }
    }
}
