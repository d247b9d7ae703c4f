public import Postgres

extension HardwareStore {
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

    /// Writes a report down beside its machine; nil when it was there.
    public static func record(
        _ report: some Encodable,
        of device: Int64,
        file: [UInt8],
        mediaType: String,
        part: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> Recorded? {
        let row = try db.optionalRow(
            """
            SELECT report_id, new_parts, uncounted, elsewhere
              FROM core.record_hardware(\(device), \(SentJSON.text(report))::jsonb, \(file), \(mediaType), \(part))
            """
        )
        guard let row else { return nil }
        return Recorded(
            report: try row.decode("report_id"),
            newParts: try row.decode("new_parts"),
            uncounted: try row.decode("uncounted"),
            elsewhere: try row.decode("elsewhere")
        )
    }

    /// A machine that nobody knew, or, with `other`, that a person must tell from another.
    public static func add(
        _ kind: String,
        to donation: Int64,
        step: String,
        batch: Int64,
        line: Int32,
        doubting other: Int64?,
        evidence: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            SELECT core.add_reported_device(\(donation), \(kind), \(step), \(batch), \(line), \(other), \(evidence)::jsonb) AS device_id
            """
        ).decode("device_id")
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
