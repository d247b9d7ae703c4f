public import Domain
public import Postgres

extension DevicePage {
    /// One step of the history.
    public struct HistoryLine: Codable, Hashable, Sendable {
        public let nth: Int32
        public let step: String
        public let from: String
        public let to: String
        public let reason: String?
        public let stay: Int32
        public let at: String
        public let by: String
    }

    /// Steps of a machine, the latest first, before one of them.
    public static func history(
        of device: Int64,
        before nth: Int32?,
        limit: Int,
        _ speaker: Speaker
    ) -> Reading<[HistoryLine]> {
        .list(
            """
            SELECT s.nth, s.step, s.from_state, s.to_state, s.reason, s.stay, s.at, p.name
              FROM core.device_step AS s JOIN core.person AS p ON p.org_id = s.org_id AND p.person_id = s.person_id
             WHERE s.org_id = \(speaker.organisation) AND s.device_id = \(device) AND s.nth < \(nth ?? .max)
             ORDER BY s.nth DESC LIMIT \(Int64(limit))
            """
        ) { (row) throws(PostgresError) in
            HistoryLine(
                nth: try row.decode("nth"),
                step: try row.decode("step"),
                from: try row.decode("from_state"),
                to: try row.decode("to_state"),
                reason: try row.decode("reason"),
                stay: try row.decode("stay"),
                at: try row.decode("at", as: Timestamp.self).iso,
                by: try row.decode("name")
            )
        }
    }

    /// One attempt to wipe a drive.
    public struct WipeLine: Codable, Hashable, Sendable {
        public let wipe: Int64
        public let drive: Int64
        public let device: Int64
        public let stay: Int32
        public let attempt: Int32
        public let method: String
        public let result: String
        public let accepted: Bool
        public let source: String
        /// Why it proves nothing; none when it does.
        public let findings: [WipeObjection]
        /// SHA-256 of the report that was kept, in hexadecimal digits.
        public let evidence: String?
        public let finished: String
        public let by: String
        /// Checks by other persons: true when they all passed, nil without any.
        public let checked: Bool?
    }

    /// The attempts on the drives of a machine's present stay.
    public static func wipes(of device: Int64, _ speaker: Speaker) -> Reading<[WipeLine]> {
        .list(
            """
            SELECT w.wipe_id, w.drive_id, w.device_id, w.stay, w.attempt, w.method, w.result, w.accepted, w.source,
                   w.findings::text AS findings, encode(w.evidence_sha256, 'hex') AS evidence, w.finished_at, p.name,
                   (SELECT bool_and(c.passed) FROM core.wipe_check AS c WHERE c.org_id = w.org_id AND c.wipe_id = w.wipe_id)
                       AS checked
              FROM core.wipe AS w JOIN core.person AS p ON p.org_id = w.org_id AND p.person_id = w.operator_id
              JOIN core.device AS d ON d.org_id = w.org_id AND d.device_id = w.device_id AND d.stay = w.stay
             WHERE w.org_id = \(speaker.organisation) AND w.device_id = \(device) ORDER BY w.wipe_id LIMIT 200
            """
        ) { (row) throws(PostgresError) in try WipeLine(row) }
    }

    /// The attempts on one drive, in all its machines.
    public static func wipes(ofDrive drive: Int64, _ speaker: Speaker) -> Reading<[WipeLine]> {
        .list(
            """
            SELECT w.wipe_id, w.drive_id, w.device_id, w.stay, w.attempt, w.method, w.result, w.accepted, w.source,
                   w.findings::text AS findings, encode(w.evidence_sha256, 'hex') AS evidence, w.finished_at, p.name,
                   (SELECT bool_and(c.passed) FROM core.wipe_check AS c WHERE c.org_id = w.org_id AND c.wipe_id = w.wipe_id)
                       AS checked
              FROM core.wipe AS w JOIN core.person AS p ON p.org_id = w.org_id AND p.person_id = w.operator_id
             WHERE w.org_id = \(speaker.organisation) AND w.drive_id = \(drive) ORDER BY w.wipe_id LIMIT 200
            """
        ) { (row) throws(PostgresError) in try WipeLine(row) }
    }
}

extension DevicePage.WipeLine {
    init(_ row: Row) throws(PostgresError) {
        wipe = try row.decode("wipe_id")
        drive = try row.decode("drive_id")
        device = try row.decode("device_id")
        stay = try row.decode("stay")
        attempt = try row.decode("attempt")
        method = try row.decode("method")
        result = try row.decode("result")
        accepted = try row.decode("accepted")
        source = try row.decode("source")
        findings = try row.decode("findings", as: StoredJSON.self).value
        evidence = try row.decode("evidence")
        finished = try row.decode("finished_at", as: Timestamp.self).iso
        by = try row.decode("name")
        checked = try row.decode("checked")
    }
}
