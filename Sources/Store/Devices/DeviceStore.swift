public import Postgres

/// Devices: found, moved along the map, described.
public enum DeviceStore {
    /// One device's way through one step; `to` is nil when it could not take it.
    public struct Move: Hashable, Sendable {
        public let device: Int64
        /// Nil when nobody knows the device.
        public let from: String?
        public let to: String?
        /// The number of the step in the device's history.
        public let nth: Int32?
        /// The word of what stood against it; nil when the step was taken.
        public let refusal: String?
    }

    /// The devices that carry an identifier which is no junk, at most nine.
    public static func find(
        identifier: String,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64] {
        var numbers: [Int64] = []
        let rows = try db.rows(
            """
            SELECT DISTINCT i.device_id FROM core.identifier AS i JOIN core.device AS d USING (org_id, device_id)
             WHERE i.org_id = \(speaker.organisation) AND i.value_key = \(identifier.uppercased()) AND NOT i.is_junk
               AND i.kind IN ('serial', 'asset_tag', 'old_label') AND d.state NOT IN ('withdrawn', 'merged')
             ORDER BY i.device_id LIMIT 9
            """
        )
        for row in rows { numbers.append(try row.decode("device_id")) }
        return numbers
    }

    /// The devices behind many identifiers, by identifier as given, in one statement; absent where nobody answers.
    public static func find(
        identifiers: [String],
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [String: [Int64]] {
        let rows = try db.rows(
            """
            SELECT DISTINCT g.value, i.device_id
              FROM unnest(\(identifiers)::text[], \(identifiers.map { $0.uppercased() })::text[]) AS g (value, value_key)
              JOIN core.identifier AS i ON i.org_id = \(speaker.organisation) AND i.value_key = g.value_key AND NOT i.is_junk
                   AND i.kind IN ('serial', 'asset_tag', 'old_label')
              JOIN core.device AS d ON d.org_id = i.org_id AND d.device_id = i.device_id AND d.state NOT IN ('withdrawn', 'merged')
             ORDER BY g.value, i.device_id
            """
        )
        var found: [String: [Int64]] = [:]
        for row in rows {
            found[try row.decode("value"), default: []].append(try row.decode("device_id"))
        }
        return found
    }

    /// Takes one step with many devices, in one statement.
    ///
    /// When `strict`, refuses all when one cannot take it; otherwise those are left where they are.
    public static func take(
        _ step: String,
        with devices: [Int64],
        reason: String?,
        strict: Bool,
        in db: isolated Connection
    ) throws(PostgresError) -> [Move] {
        var moves: [Move] = []
        let rows = try db.rows(
            """
            SELECT device_id, from_state, to_state, nth, refusal
              FROM core.take_steps(\(devices), \(step), \(reason), \(strict))
            """
        )
        for row in rows {
            moves.append(
                Move(
                    device: try row.decode("device_id"),
                    from: try row.decode("from_state"),
                    to: try row.decode("to_state"),
                    nth: try row.decode("nth"),
                    refusal: try row.decode("refusal")
                )
            )
        }
        return moves
    }

    /// Where a device stands, and what still keeps it from leaving.
    public struct Standing: Hashable, Sendable {
        public let state: String
        public let driveCount: Int32?
        /// Slots whose drive is neither proven clean nor removed, with the serial numbers that are known.
        public let uncleared: [String]
        /// Of those, the ones that have failed as often as is allowed.
        public let exhausted: [String]
        public let flags: [String]
        /// True when a buyer's data may be on it.
        public let cameFromBuyer: Bool
    }

    public static func standing(
        of device: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Standing? {
        let row = try db.optionalRow(
            """
            SELECT d.state, d.drive_count,
                   ARRAY(SELECT s.slot || coalesce(' (' || r.serial || ')', '') FROM core.drive_slot AS s
                           JOIN core.drive AS r ON r.org_id = s.org_id AND r.drive_id = s.drive_id
                          WHERE s.org_id = d.org_id AND s.device_id = d.device_id AND s.stay = d.stay
                            AND NOT EXISTS (SELECT FROM core.clearance AS c WHERE c.org_id = s.org_id
                                AND c.device_id = s.device_id AND c.stay = s.stay AND c.slot = s.slot)
                          ORDER BY s.slot) AS uncleared,
                   ARRAY(SELECT coalesce(b.serial, '#' || b.slot) FROM report.bench_drive AS b WHERE b.org_id = d.org_id
                          AND b.device_id = d.device_id AND b.cleared_by IS NULL AND b.failed_attempts >= 3
                          ORDER BY b.slot) AS exhausted,
                   EXISTS (SELECT FROM core.stay AS y WHERE y.org_id = d.org_id AND y.device_id = d.device_id
                          AND y.stay = d.stay AND y.opened_by = 'return') AS from_buyer,
                   ARRAY(SELECT f.kind FROM core.blocking_flag AS f WHERE f.org_id = d.org_id
                          AND f.device_id = d.device_id AND f.lifted_at IS NULL ORDER BY f.kind) AS flags
              FROM core.device AS d WHERE d.org_id = \(speaker.organisation) AND d.device_id = \(device)
            """
        )
        guard let row else { return nil }
        return Standing(
            state: try row.decode("state"),
            driveCount: try row.decode("drive_count"),
            uncleared: try row.decode("uncleared"),
            exhausted: try row.decode("exhausted"),
            flags: try row.decode("flags"),
            cameFromBuyer: try row.decode("from_buyer")
        )
    }
}
