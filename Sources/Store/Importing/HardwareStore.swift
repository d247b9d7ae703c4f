public import Postgres

/// What programs found inside machines.
public enum HardwareStore {
    /// A value that identifies a machine, as it is kept.
    public struct Identifier: Hashable, Sendable {
        public let device: Int64
        public let kind: String
        public let value: String
        public let key: String
        public let maker: String
        public let isJunk: Bool
    }

    /// A drive that is, or is expected, in a machine.
    public struct HeldDrive: Hashable, Sendable {
        public let device: Int64
        public let serialKey: String
        /// Counted by a person, and neither wiped nor taken out since.
        public let isCounted: Bool
    }

    /// One part of a file of reports.
    public struct Part: Hashable, Sendable {
        public let sha256: [UInt8]
        /// From 1.
        public let part: Int32

        public init(sha256: [UInt8], part: Int32) {
            self.sha256 = sha256
            self.part = part
        }
    }

    /// The machines that carry one of these numbers, at most fifty of each, without those that were withdrawn or merged away.
    ///
    /// `kinds` and `keys` go in pairs. Each is looked up by itself: within one run the planner knows nothing of what the run
    /// has written, and a join of tables that it takes for empty reads them whole.
    public static func devices(
        identifiedBy kinds: [String],
        _ keys: [String],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64] {
        var devices: [Int64] = []
        let rows = try db.rows(
            """
            SELECT DISTINCT n.device_id
              FROM unnest(\(kinds)::text[], \(keys)::text[]) AS g (kind, value_key)
             CROSS JOIN LATERAL (
                SELECT k.device_id FROM (SELECT i.device_id, (SELECT d.state FROM core.device AS d WHERE d.org_id = \(speaker.organisation)
                            AND d.device_id = i.device_id) AS state
                       FROM core.identifier AS i WHERE i.org_id = \(speaker.organisation)
                        AND i.kind = g.kind AND i.value_key = g.value_key AND NOT i.is_junk OFFSET 0) AS k
                 WHERE k.state NOT IN ('withdrawn', 'merged') ORDER BY k.device_id LIMIT 50) AS n
            """
        )
        for row in rows { devices.append(try row.decode("device_id")) }
        return devices
    }

    /// The machines that hold, or are expected to hold, one of these drives in their present stay; at most fifty of each.
    public static func holders(
        ofDrives serialKeys: [String],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [HeldDrive] {
        var held: [HeldDrive] = []
        let rows = try db.rows(
            """
            SELECT n.device_id, g.serial_key, n.is_counted
              FROM unnest(\(serialKeys)::text[]) AS g (serial_key)
             CROSS JOIN LATERAL (
                SELECT h.device_id, bool_or(h.is_counted) AS is_counted
                  FROM (SELECT r.drive_id FROM core.drive AS r WHERE r.org_id = \(speaker.organisation)
                           AND r.serial_key = g.serial_key OFFSET 0) AS r
                 CROSS JOIN LATERAL (SELECT s.device_id, s.stay, NOT EXISTS (SELECT FROM core.clearance AS c WHERE c.org_id = s.org_id
                            AND c.device_id = s.device_id AND c.stay = s.stay AND c.slot = s.slot) AS is_counted
                           FROM core.drive_slot AS s WHERE s.org_id = \(speaker.organisation) AND s.drive_id = r.drive_id
                        UNION ALL SELECT e.device_id, e.stay, false FROM core.expected_drive AS e
                         WHERE e.org_id = \(speaker.organisation) AND e.drive_id = r.drive_id OFFSET 0) AS h
                 WHERE h.stay = (SELECT d.stay FROM core.device AS d WHERE d.org_id = \(speaker.organisation) AND d.device_id = h.device_id)
                 GROUP BY h.device_id ORDER BY h.device_id LIMIT 50) AS n
             ORDER BY n.device_id, g.serial_key
            """
        )
        for row in rows {
            held.append(
                HeldDrive(
                    device: try row.decode("device_id"),
                    serialKey: try row.decode("serial_key"),
                    isCounted: try row.decode("is_counted")
                )
            )
        }
        return held
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

    /// The machines for which these parts of these very files were recorded.
    public static func devices(
        recordedFrom parts: [Part],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Part: Int64] {
        var recorded: [Part: Int64] = [:]
        let rows = try db.rows(
            """
            SELECT r.device_id, (g.nth - 1)::integer AS nth
              FROM unnest(\(parts.map(\.sha256)), \(parts.map(\.part))) WITH ORDINALITY AS g (sha256, part, nth)
              JOIN core.hardware_report AS r ON r.org_id = \(speaker.organisation) AND r.file_sha256 = g.sha256 AND r.part = g.part
            """
        )
        for row in rows {
            let nth: Int32 = try row.decode("nth")
            recorded[parts[Int(nth)]] = try row.decode("device_id")
        }
        return recorded
    }

    /// The states of machines; none for a number that no machine has.
    public static func states(
        of devices: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64: String] {
        var states: [Int64: String] = [:]
        let rows = try db.rows(
            """
            SELECT device_id, state FROM core.device
             WHERE org_id = \(speaker.organisation) AND device_id = ANY (\(devices))
            """
        )
        for row in rows { states[try row.decode("device_id")] = try row.decode("state") }
        return states
    }

    /// The state of a machine; nil when there is none of that number.
    public static func state(
        of device: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try states(of: [device], speaker, in: db)[device]
    }
}
