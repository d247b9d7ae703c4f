public import Postgres

/// What programs found inside machines.
public enum HardwareStore {
    /// One machine that shares something with a report.
    public struct Candidate: Hashable, Sendable {
        public let device: Int64
        public let state: String
        public let sharesDrive: Bool
    }

    /// A value that identifies a machine, as it is kept.
    public struct Identifier: Hashable, Sendable {
        public let device: Int64
        public let kind: String
        public let value: String
        public let key: String
        public let maker: String
        public let isJunk: Bool
    }

    /// The machines that carry one of these numbers, or hold, or are expected to hold, one of these drives; at most fifty.
    ///
    /// `kinds` and `keys` go in pairs. Each is looked up by itself: within one run the planner knows nothing of what the run
    /// has written, and a join of tables that it takes for empty reads them whole for each report.
    public static func candidates(
        kinds: [String],
        keys: [String],
        drives: [String],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Candidate] {
        var candidates: [Candidate] = []
        let rows = try db.rows(
            """
            SELECT n.device_id, n.state, bool_or(n.by_drive) AS shares_drive
              FROM (SELECT i.device_id, i.by_drive, (SELECT d.state FROM core.device AS d WHERE d.org_id = \(speaker.organisation)
                                                        AND d.device_id = i.device_id) AS state
                      FROM (SELECT x.device_id, false AS by_drive
                              FROM unnest(\(kinds)::text[], \(keys)::text[]) AS g (kind, value_key)
                             CROSS JOIN LATERAL (SELECT k.device_id FROM core.identifier AS k WHERE k.org_id = \(speaker.organisation)
                                     AND k.kind = g.kind AND k.value_key = g.value_key AND NOT k.is_junk OFFSET 0) AS x
                            UNION ALL
                            SELECT h.device_id, true
                              FROM unnest(\(drives)::text[]) AS g (serial_key)
                             CROSS JOIN LATERAL (SELECT r.drive_id FROM core.drive AS r WHERE r.org_id = \(speaker.organisation)
                                     AND r.serial_key = g.serial_key OFFSET 0) AS r
                             CROSS JOIN LATERAL (SELECT s.device_id, s.stay FROM core.drive_slot AS s
                                     WHERE s.org_id = \(speaker.organisation) AND s.drive_id = r.drive_id
                                    UNION ALL SELECT e.device_id, e.stay FROM core.expected_drive AS e
                                     WHERE e.org_id = \(speaker.organisation) AND e.drive_id = r.drive_id OFFSET 0) AS h
                             WHERE h.stay = (SELECT d.stay FROM core.device AS d
                                              WHERE d.org_id = \(speaker.organisation) AND d.device_id = h.device_id)) AS i) AS n
             WHERE n.state NOT IN ('withdrawn', 'merged')
             GROUP BY n.device_id, n.state ORDER BY n.device_id LIMIT 50
            """
        )
        for row in rows {
            candidates.append(
                Candidate(
                    device: try row.decode("device_id"),
                    state: try row.decode("state"),
                    sharesDrive: try row.decode("shares_drive")
                )
            )
        }
        return candidates
    }

    /// Everything that identifies these machines.
    public static func identifiers(
        of devices: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Identifier] {
        var identifiers: [Identifier] = []
        let rows = try db.rows(
            """
            SELECT device_id, kind, value, value_key, maker_key, is_junk FROM core.identifier
             WHERE org_id = \(speaker.organisation) AND device_id = ANY (\(devices)) ORDER BY device_id, kind, value_key
            """
        )
        for row in rows {
            identifiers.append(
                Identifier(
                    device: try row.decode("device_id"),
                    kind: try row.decode("kind"),
                    value: try row.decode("value"),
                    key: try row.decode("value_key"),
                    maker: try row.decode("maker_key"),
                    isJunk: try row.decode("is_junk")
                )
            )
        }
        return identifiers
    }

    /// The machine for which this part of this very file was recorded; nil when it is new.
    public static func device(
        recordedFrom sha256: [UInt8],
        part: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64? {
        try db.optionalRow(
            """
            SELECT device_id FROM core.hardware_report
             WHERE org_id = \(speaker.organisation) AND file_sha256 = \(sha256) AND part = \(part)
            """
        )?.decode("device_id")
    }

    /// The state of a machine; nil when there is none of that number.
    public static func state(
        of device: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.optionalRow(
            "SELECT state FROM core.device WHERE org_id = \(speaker.organisation) AND device_id = \(device)"
        )?.decode("state")
    }
}
