public import Postgres

/// Wipes: recorded with their evidence, checked by another person.
public enum WipeStore {
    /// The figures of one attempt, as the door takes them.
    public struct Report: Encodable, Sendable {
        public var source: String
        public var method: String
        public var tool: String?
        public var toolVersion: String?
        public var result: String
        public var reportedSerial: String?
        public var passErrors = 0
        public var verifyErrors = 0
        public var syncErrors = 0
        public var roundsDone = 1
        public var roundsAsked = 1
        public var verified: String
        public var hiddenSectors: String
        public var startedAt: Timestamp?
        /// Nil means the moment of recording.
        public var finishedAt: Timestamp?

        public init(
            source: String,
            method: String,
            result: String,
            verified: String,
            hiddenSectors: String
        ) {
            self.source = source
            self.method = method
            self.result = result
            self.verified = verified
            self.hiddenSectors = hiddenSectors
        }

        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(source, forKey: .source)
            try container.encode(method, forKey: .method)
            try container.encodeIfPresent(tool, forKey: .tool)
            try container.encodeIfPresent(toolVersion, forKey: .toolVersion)
            try container.encode(result, forKey: .result)
            try container.encodeIfPresent(reportedSerial, forKey: .reportedSerial)
            try container.encode(passErrors, forKey: .passErrors)
            try container.encode(verifyErrors, forKey: .verifyErrors)
            try container.encode(syncErrors, forKey: .syncErrors)
            try container.encode(roundsDone, forKey: .roundsDone)
            try container.encode(roundsAsked, forKey: .roundsAsked)
            try container.encode(verified, forKey: .verified)
            try container.encode(hiddenSectors, forKey: .hiddenSectors)
            try container.encodeIfPresent(startedAt?.iso, forKey: .startedAt)
            try container.encodeIfPresent(finishedAt?.iso, forKey: .finishedAt)
        }

        enum CodingKeys: String, CodingKey {
            case source, method, tool, result, verified
            case toolVersion = "tool_version"
            case reportedSerial = "reported_serial"
            case passErrors = "pass_errors"
            case verifyErrors = "verify_errors"
            case syncErrors = "sync_errors"
            case roundsDone = "rounds_done"
            case roundsAsked = "rounds_asked"
            case hiddenSectors = "hidden_sectors"
            case startedAt = "started_at"
            case finishedAt = "finished_at"
        }
    }

    /// What recording an attempt led to.
    public struct Recorded: Hashable, Sendable {
        public let wipe: Int64
        public let attempt: Int32
    }

    /// Records one attempt of which nothing is kept but a person's word; clears its slot when it is accepted.
    ///
    /// `findings` is the JSON of the reasons for the verdict.
    public static func record(
        _ report: Report,
        accepted: Bool,
        findings: String,
        device: Int64,
        slot: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> Recorded {
        let row = try db.row(
            """
            SELECT wipe_id, attempt
              FROM core.record_wipe(\(device), \(slot), \(SentJSON.text(report))::jsonb, \(accepted), \(findings)::jsonb, NULL)
            """
        )
        return Recorded(wipe: try row.decode("wipe_id"), attempt: try row.decode("attempt"))
    }

    /// Keeps an attempt that failed on a drive after it had been cleared; the proof of its machine is void.
    ///
    /// - Returns: The state of the machine then.
    public static func recordLate(
        _ sent: Sent,
        keeping file: File,
        in db: isolated Connection
    ) throws(PostgresError) -> String {
        try db.row(
            """
            SELECT core.record_late_failure(\(sent.device), \(sent.slot), \(SentJSON.text(sent.report))::jsonb, \(sent.findings)::jsonb,
                   \(sent.sha256), \(file.bytes), \(file.mediaType)) AS state
            """
        ).decode("state")
    }

    /// Steps a machine to `wipe_failed`, its last attempt being the evidence.
    public static func stepFailed(
        _ device: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.record_wipe_failure(\(device))")
    }

    /// Where a machine stands on its way through wiping.
    public struct Progress: Hashable, Sendable {
        public let state: String
        /// Nil until somebody counted.
        public let drives: Int32?
        public let cleared: Int32

        /// True when nothing keeps the machine from being clean.
        public var isClear: Bool { drives.map { $0 <= cleared } ?? false }
    }

    /// Where machines stand; none for a number that no machine has.
    public static func progress(
        of devices: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64: Progress] {
        var found: [Int64: Progress] = [:]
        let rows = try db.rows(
            """
            SELECT d.device_id, d.state, d.drive_count, (SELECT count(*)::integer FROM core.clearance AS c WHERE c.org_id = d.org_id
                   AND c.device_id = d.device_id AND c.stay = d.stay) AS cleared
              FROM core.device AS d WHERE d.org_id = \(speaker.organisation) AND d.device_id = ANY (\(devices))
            """
        )
        for row in rows {
            found[try row.decode("device_id")] = Progress(
                state: try row.decode("state"),
                drives: try row.decode("drive_count"),
                cleared: try row.decode("cleared")
            )
        }
        return found
    }

    /// What a check by another person led to.
    public struct Checked: Hashable, Sendable {
        public let device: Int64
        public let state: String
        /// True when every proof of the machine is void and it is back at wiping.
        public let isVoided: Bool
    }

    public static func check(
        _ wipe: Int64,
        passed: Bool,
        tool: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Checked {
        let row = try db.row(
            "SELECT device_id, state, voided FROM core.check_wipe(\(wipe), \(passed), \(tool))"
        )
        return Checked(
            device: try row.decode("device_id"),
            state: try row.decode("state"),
            isVoided: try row.decode("voided")
        )
    }
}
