public import Domain
public import Postgres

/// What the erasure certificates say: each drive, and the accepted wipe that proves it clean.
public enum ErasureStore {
    public struct Device: Hashable, Sendable {
        public let number: Int64
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let state: String
        /// Nil while the drives were not counted.
        public let driveCount: Int32?
        public let donation: Int64?
        public var drives: [Drive]
    }

    public struct Drive: Hashable, Sendable {
        public let number: Int64
        public let slot: Int32
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let kind: MediaKind?
        public let capacityGB: Int32?
        public let firmware: String?
        public let interface: String?
        /// Nil when nothing proves the drive clean or gone; `removed` when it left the machine.
        public let clearance: String?
        public let proof: Proof?
    }

    public struct Proof: Hashable, Sendable {
        public let method: SanitisationMethod?
        /// 1 clear, 2 purge, 3 destroy.
        public let level: Int16
        public let tool: String
        public let verified: String
        public let startedAt: String
        public let finishedAt: String
        public let errors: String
        public let hiddenSectors: String
        /// SHA-256 of the tool's report; empty when a person wiped by hand.
        public let report: [UInt8]
        public let operatorName: String
        /// Who read it back besides, and on which day (UTC); nil where no second person did.
        public let verifierName: String?
        public let verifiedOn: Day?
        public let policyVersion: String

        /// True when nothing but a person's word stands for it.
        public var isByHand: Bool { tool == WipeSource.byHand.rawValue }
    }

    /// Devices in the stay that they are in now, with their drives in the order of their slots.
    public static func devices(
        _ numbers: [Int64],
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Device] {
        var devices: [Device] = []
        let rows = try db.rows(
            """
            SELECT d.device_id, d.maker, d.model, d.serial, d.state, t.drive_count, t.donation_id, s.slot, r.drive_id, r.maker AS drive_maker,
                   r.model AS drive_model, r.serial AS drive_serial, r.media_kind, r.capacity_gb, r.firmware, r.interface, c.kind AS clearance, w.method,
                   w.level, w.tool, w.tool_version, w.source, w.verified, w.hidden_sectors, w.policy_version, w.evidence_sha256,
                   to_char(coalesce(w.started_at, w.finished_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS started_at,
                   to_char(w.finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS finished_at,
                   w.pass_errors || ' / ' || w.sync_errors || ' / ' || w.verify_errors AS errors, p.name AS operator_name,
                   q.name AS verifier_name, (q.at AT TIME ZONE 'UTC')::date::text AS verified_on
              FROM core.device AS d
              JOIN core.stay AS t ON t.org_id = d.org_id AND t.device_id = d.device_id AND t.stay = d.stay
              LEFT JOIN core.drive_slot AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.stay = d.stay
              LEFT JOIN core.drive AS r ON r.org_id = s.org_id AND r.drive_id = s.drive_id
              LEFT JOIN core.clearance AS c ON c.org_id = s.org_id AND c.device_id = s.device_id AND c.stay = s.stay AND c.slot = s.slot
              LEFT JOIN core.wipe AS w ON w.org_id = c.org_id AND w.wipe_id = c.wipe_id
              LEFT JOIN core.person AS p ON p.org_id = w.org_id AND p.person_id = w.operator_id
              LEFT JOIN LATERAL (
                  SELECT v.name, k.at FROM core.wipe_check AS k JOIN core.person AS v ON v.org_id = k.org_id AND v.person_id = k.verifier_id
                   WHERE k.org_id = w.org_id AND k.wipe_id = w.wipe_id AND k.passed ORDER BY k.check_id DESC LIMIT 1) AS q ON true
             WHERE d.org_id = \(speaker.organisation) AND d.device_id = ANY (\(numbers))
             ORDER BY d.device_id, s.slot
            """
        )
        for row in rows { try add(row, to: &devices) }
        return devices
    }

    /// The device in whose present stay a drive is counted; nil when it is in none.
    public static func holder(
        of drive: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64? {
        try db.optionalRow(
            """
            SELECT d.device_id FROM core.drive_slot AS s
              JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id AND d.stay = s.stay
             WHERE s.org_id = \(speaker.organisation) AND s.drive_id = \(drive) ORDER BY d.device_id DESC LIMIT 1
            """
        )?.decode("device_id")
    }

    /// What to call devices on their labels: maker, model, serial number.
    public static func descriptions(
        _ numbers: [Int64],
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64: String] {
        var descriptions: [Int64: String] = [:]
        let rows = try db.rows(
            """
            SELECT device_id, coalesce(nullif(concat_ws(' ', maker, model, serial), ''), kind) AS description FROM core.device
             WHERE org_id = \(speaker.organisation) AND device_id = ANY (\(numbers))
            """
        )
        for row in rows {
            descriptions[try row.decode("device_id")] = try row.decode(
                "description",
                as: String.self
            )
        }
        return descriptions
    }

    private static func add(_ row: Row, to devices: inout [Device]) throws(PostgresError) {
        let number: Int64 = try row.decode("device_id")
        if devices.last?.number != number {
            devices.append(
                Device(
                    number: number,
                    maker: try row.decode("maker"),
                    model: try row.decode("model"),
                    serial: try row.decode("serial"),
                    state: try row.decode("state"),
                    driveCount: try row.decode("drive_count"),
                    donation: try row.decode("donation_id"),
                    drives: []
                )
            )
        }
        if let drive = try drive(row) { devices[devices.count - 1].drives.append(drive) }
    }

    private static func drive(_ row: Row) throws(PostgresError) -> Drive? {
        let slot: Int32? = try row.decode("slot")
        guard let slot else { return nil }
        let kind: String? = try row.decode("media_kind")
        return Drive(
            number: try row.decode("drive_id"),
            slot: slot,
            maker: try row.decode("drive_maker"),
            model: try row.decode("drive_model"),
            serial: try row.decode("drive_serial"),
            kind: kind.flatMap(MediaKind.init(rawValue:)),
            capacityGB: try row.decode("capacity_gb"),
            firmware: try row.decode("firmware"),
            interface: try row.decode("interface"),
            clearance: try row.decode("clearance"),
            proof: try proof(row)
        )
    }

    private static func proof(_ row: Row) throws(PostgresError) -> Proof? {
        let method: String? = try row.decode("method")
        guard let method else { return nil }
        let tool: String? = try row.decode("tool")
        let version: String? = try row.decode("tool_version")
        let source: String = try row.decode("source")
        let named = [tool ?? source, version].compactMap { $0 }
        return Proof(
            method: SanitisationMethod(rawValue: method),
            level: try row.decode("level"),
            tool: named.joined(separator: " "),
            verified: try row.decode("verified"),
            startedAt: try row.decode("started_at"),
            finishedAt: try row.decode("finished_at"),
            errors: try row.decode("errors"),
            hiddenSectors: try row.decode("hidden_sectors"),
            report: try row.decode("evidence_sha256", as: [UInt8]?.self) ?? [],
            operatorName: try row.decode("operator_name"),
            verifierName: try row.decode("verifier_name"),
            verifiedOn: try row.day("verified_on"),
            policyVersion: try row.decode("policy_version")
        )
    }
}
