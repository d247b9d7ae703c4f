public import Postgres

/// Files of devices on their way in: a staging table, the plan for each line, the run.
public enum ImportStore {
    /// How many columns `copyDevices` expects, in the order of the staging table.
    public static let deviceColumns = 20

    /// One file at a time for an organisation: a second importer waits.
    public static func begin(
        for organisation: Int32,
        in db: isolated Connection
    ) throws(PostgresError) {
        try wait(for: organisation, in: db)
        try db.execute("SELECT core.open_device_staging()")
    }

    /// Waits for whoever imports at this moment.
    public static func wait(
        for organisation: Int32,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT pg_advisory_xact_lock(7304, \(organisation))")
    }

    /// Streams rows into the staging table, in the binary format of COPY.
    public static func copyDevices<E: ExpressibleByPostgresError>(
        in db: isolated Connection,
        _ body: (inout CopyWriter) throws(E) -> Void
    ) throws(E) {
        try db.copyIn("COPY pg_temp.device_staging FROM STDIN (FORMAT binary)", body)
    }

    /// Decides for each staged line what would become of it.
    public static func plan(
        donation: Int64,
        defaultKind: String?,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.plan_device_import(\(donation), \(defaultKind))")
    }

    /// How many lines met a verdict.
    public struct Count: Hashable, Sendable {
        public let verdict: String
        public let lines: Int64
    }

    /// A line that contradicts the file or the database, by the word for why.
    public struct Fault: Hashable, Sendable {
        public let line: Int32
        public let fault: String
        /// What the line says and may not, where the fault is about one value.
        public let value: String?
    }

    /// The lines that cannot be taken, in the order of the file.
    public static func faults(in db: isolated Connection) throws(PostgresError) -> [Fault] {
        var faults: [Fault] = []
        let rows = try db.rows(
            """
            SELECT p.line, p.fault,
                   CASE p.fault WHEN 'serial_twice_in_file' THEN s.serial WHEN 'reference_twice_in_file' THEN s.external_ref
                                WHEN 'imei_twice_in_file' THEN s.imei WHEN 'uuid_twice_in_file' THEN s.uuid
                                WHEN 'drive_twice_in_file' THEN s.drive_serial END AS value
              FROM pg_temp.device_plan AS p JOIN pg_temp.device_staging AS s USING (line)
             WHERE p.verdict = 'error' ORDER BY p.line
            """
        )
        for row in rows {
            faults.append(
                Fault(
                    line: try row.decode("line"),
                    fault: try row.decode("fault"),
                    value: try row.decode("value")
                )
            )
        }
        return faults
    }

    /// The file's batch; nil when this very file was imported before for the same donation and by the same step: what a list
    /// announced may come by the same list.
    public static func register(
        file name: String,
        sha256: [UInt8],
        donation: Int64,
        step: String,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64? {
        let target = step == "receive" ? String(donation) : "\(donation) \(step)"
        return try db.optionalRow(
            """
            INSERT INTO core.import_batch (org_id, kind, file_name, file_sha256, donation_id, target, person_id)
            VALUES (\(speaker.organisation), 'devices', \(name), \(sha256), \(donation), \(target), \(speaker.person))
            ON CONFLICT (org_id, kind, target, file_sha256) WHERE undone_at IS NULL DO NOTHING
            RETURNING batch_id
            """
        )?.decode("batch_id")
    }

    /// The batch of a list that is not of devices; nil when this very file was imported before for the same target.
    public static func register(
        _ kind: String,
        file name: String,
        sha256: [UInt8],
        target: String,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64? {
        try db.optionalRow(
            """
            INSERT INTO core.import_batch (org_id, kind, file_name, file_sha256, target, person_id)
            VALUES (\(speaker.organisation), \(kind), \(name), \(sha256), \(target), \(speaker.person))
            ON CONFLICT (org_id, kind, target, file_sha256) WHERE undone_at IS NULL DO NOTHING
            RETURNING batch_id
            """
        )?.decode("batch_id")
    }

    /// Executes the plan.
    public static func run(
        donation: Int64,
        batch: Int64,
        step: String,
        in db: isolated Connection
    ) throws(PostgresError) -> [Count] {
        var counts: [Count] = []
        let rows = try db.rows(
            "SELECT verdict, lines FROM core.import_devices(\(donation), \(batch), \(step))"
        )
        for row in rows {
            counts.append(
                Count(verdict: try row.decode("verdict"), lines: try row.decode("lines"))
            )
        }
        return counts
    }

    /// Keeps the report of a batch beside it.
    public static func keep(
        report: String,
        of batch: Int64,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE core.import_batch SET report = \(report)::jsonb
             WHERE org_id = \(speaker.organisation) AND batch_id = \(batch)
            """
        )
    }
}
