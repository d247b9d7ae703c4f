public import Postgres

extension WipeStore {
    /// One attempt among many, on its way to the door.
    public struct Sent: Sendable {
        public let report: Report
        public let accepted: Bool
        /// The JSON of the reasons for the verdict.
        public let findings: String
        /// Of the file that tells it, which is kept or is sent with it.
        public let sha256: [UInt8]
        public let device: Int64
        public let slot: Int32

        public init(
            report: Report,
            accepted: Bool,
            findings: String,
            sha256: [UInt8],
            device: Int64,
            slot: Int32
        ) {
            self.report = report
            self.accepted = accepted
            self.findings = findings
            self.sha256 = sha256
            self.device = device
            self.slot = slot
        }
    }

    /// What is kept as evidence, under its SHA-256.
    public struct File: Sendable {
        public let bytes: [UInt8]
        public let sha256: [UInt8]
        public let mediaType: String

        public init(bytes: [UInt8], sha256: [UInt8], mediaType: String) {
            self.bytes = bytes
            self.sha256 = sha256
            self.mediaType = mediaType
        }
    }

    /// A drive in a stay for which a file was recorded.
    public struct Proven: Hashable, Sendable {
        public let sha256: [UInt8]
        public let drive: Int64
        public let stay: Int32
        public let device: Int64

        public init(sha256: [UInt8], drive: Int64, stay: Int32, device: Int64) {
            self.sha256 = sha256
            self.drive = drive
            self.stay = stay
            self.device = device
        }
    }

    /// Before reports are taken: one transaction at a time in a house, so that each sees what the one before recorded.
    ///
    /// Waits ten seconds at most for a run over a folder: whoever waits holds a connection that others need.
    ///
    /// - Throws: `lockNotAvailable` after that.
    public static func takeTurns(
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SET LOCAL lock_timeout = '10s'")
        try db.execute("SELECT pg_advisory_xact_lock(7306, \(speaker.organisation))")
        try db.execute("SET LOCAL lock_timeout TO DEFAULT")
    }

    /// For a run of many attempts: what it writes is not counted yet, and must not be planned as the empty tables that they were.
    public static func expectMany(in db: isolated Connection) throws(PostgresError) {
        try db.execute("SET LOCAL enable_seqscan = off")
    }

    /// Keeps files, then records attempts one after the other; clears the slots of those that are accepted.
    public static func record(
        _ sent: [Sent],
        keeping files: [File],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT core.record_wipes(\(sent.map(\.device)), \(sent.map(\.slot)), \(sent.map { SentJSON.text($0.report) })::jsonb[],
                   \(sent.map(\.accepted)), \(sent.map(\.findings))::jsonb[], \(sent.map(\.sha256)),
                   \(files.map(\.bytes)), \(files.map(\.mediaType))::text[])
            """
        )
    }

    /// The drives for which these very files were recorded before.
    public static func drives(
        provenBy hashes: [[UInt8]],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Set<Proven> {
        var found: Set<Proven> = []
        let rows = try db.rows(
            """
            SELECT evidence_sha256, drive_id, stay, device_id FROM core.wipe
             WHERE org_id = \(speaker.organisation) AND evidence_sha256 = ANY (\(hashes))
            """
        )
        for row in rows {
            found.insert(
                Proven(
                    sha256: try row.decode("evidence_sha256"),
                    drive: try row.decode("drive_id"),
                    stay: try row.decode("stay"),
                    device: try row.decode("device_id")
                )
            )
        }
        return found
    }

    /// An attempt on a drive in a stay that a tool reported, by the second in which it ended.
    public struct Ended: Hashable, Sendable {
        public let drive: Int64
        public let stay: Int32
        public let device: Int64
        /// Since 1970.
        public let seconds: Int64

        public init(drive: Int64, stay: Int32, device: Int64, seconds: Int64) {
            self.drive = drive
            self.stay = stay
            self.device = device
            self.seconds = seconds
        }
    }

    /// The attempts on drives that tools reported.
    public static func ended(
        _ drives: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Set<Ended> {
        guard !drives.isEmpty else { return [] }
        var found: Set<Ended> = []
        let rows = try db.rows(
            """
            SELECT drive_id, stay, device_id, extract(epoch FROM finished_at)::bigint AS seconds FROM core.wipe
             WHERE org_id = \(speaker.organisation) AND drive_id = ANY (\(drives)) AND source <> 'by_hand'
            """
        )
        for row in rows {
            found.insert(
                Ended(
                    drive: try row.decode("drive_id"),
                    stay: try row.decode("stay"),
                    device: try row.decode("device_id"),
                    seconds: try row.decode("seconds")
                )
            )
        }
        return found
    }
}
