public import Postgres

extension HardwareStore {
    /// A report on its way to its door.
    public struct Sent: Sendable {
        /// The machine; a reserved number for one to be made.
        public let device: Int64
        /// Given for a machine to be made.
        public let making: Making?
        /// The JSON of what is written.
        public let report: String
        public let part: Part
        /// The whole file; nil when an earlier part of it was sent.
        public let file: [UInt8]?

        public init(device: Int64, making: Making?, report: String, part: Part, file: [UInt8]?) {
            self.device = device
            self.making = making
            self.report = report
            self.part = part
            self.file = file
        }
    }

    /// A machine that nobody knew.
    public struct Making: Sendable {
        public let kind: String
        /// Its rank in the run.
        public let line: Int32
        /// The machine from which a person must tell it.
        public let other: Int64?
        /// The JSON of what agrees with the other.
        public let evidence: String?

        public init(kind: String, line: Int32, other: Int64?, evidence: String?) {
            self.kind = kind
            self.line = line
            self.other = other
            self.evidence = evidence
        }
    }

    /// What became of a report that was recorded.
    public struct Recorded: Hashable, Sendable {
        public let report: Int64
        /// Parts of the machine that nobody had recorded.
        public let newParts: Int32
        /// Serial numbers of drives that a person has counted without.
        public let uncounted: [String]
        /// Serial numbers of drives that are counted in another machine.
        public let elsewhere: [String]
    }

    /// Writes reports down beside their machines, and makes the machines that nobody knew.
    ///
    /// No machine and no drive may be in two of the reports. `work` runs while the server writes.
    ///
    /// - Returns: What became of each, by its place; none for a report that was there.
    public static func take(
        _ sent: [Sent],
        donation: Int64?,
        step: String,
        batch: Int64?,
        in db: isolated Connection,
        meanwhile work: () -> Void
    ) throws(PostgresError) -> [Int: Recorded] {
        var recorded: [Int: Recorded] = [:]
        let rows = try db.rows(
            """
            SELECT nth, report_id, new_parts, uncounted, elsewhere
              FROM core.take_reports(\(donation), \(step), \(batch), \(sent.map(\.device)), \(sent.map(\.making?.kind))::text[],
                   \(sent.map(\.making?.line)), \(sent.map(\.making?.other)), \(sent.map(\.making?.evidence))::jsonb[],
                   \(sent.map(\.report))::jsonb[], \(sent.map(\.file)), \(sent.map(\.part.sha256)), \(sent.map(\.part.part)))
            """,
            meanwhile: work
        )
        for row in rows {
            let nth: Int32 = try row.decode("nth")
            recorded[Int(nth) - 1] = Recorded(
                report: try row.decode("report_id"),
                newParts: try row.decode("new_parts"),
                uncounted: try row.decode("uncounted"),
                elsewhere: try row.decode("elsewhere")
            )
        }
        return recorded
    }

    /// Numbers for machines that are about to be made.
    public static func reserve(
        _ count: Int,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64] {
        var numbers: [Int64] = []
        let rows = try db.rows(
            "SELECT n AS device_id FROM core.reserve_devices(\(Int32(clamping: count))) AS n"
        )
        for row in rows { numbers.append(try row.decode("device_id")) }
        return numbers
    }

    /// A machine that had left us came again under a donation.
    public static func receiveAgain(
        _ device: Int64,
        under donation: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.receive_reported_device(\(device), \(donation))")
    }

    /// One importer at a time for an organisation: two reports of one machine never make two.
    public static func begin(for organisation: Int32, in db: isolated Connection)
        throws(PostgresError)
    {
        try db.execute("SELECT pg_advisory_xact_lock(7304, \(organisation))")
        // What the run itself has written is not counted yet: planned as the empty tables that they were, a thousand reports
        // would be a thousand scans of all that came before them.
        try db.execute("SET LOCAL enable_seqscan = off")
        try db.execute("SET LOCAL enable_hashjoin = off")
        try db.execute("SET LOCAL enable_mergejoin = off")
    }

    /// Lets the database count what the run has written.
    public static func recount(in db: isolated Connection) throws(PostgresError) {
        try db.execute("SELECT core.recount_reported()")
    }

    /// The run under which new machines can be found again.
    public static func register(
        _ name: String,
        sha256: [UInt8],
        donation: Int64?,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            INSERT INTO core.import_batch AS b (org_id, kind, file_name, file_sha256, donation_id, target, person_id)
            VALUES (\(speaker.organisation), 'hardware', \(name), \(sha256), \(donation), \(donation.map(String.init) ?? ""), \(speaker.person))
            ON CONFLICT (org_id, kind, target, file_sha256) WHERE undone_at IS NULL DO UPDATE SET report = b.report
            RETURNING batch_id
            """
        ).decode("batch_id")
    }
}
