public import Postgres

/// Drives: counted, found, removed, destroyed, handed on.
public enum DriveStore {
    /// A drive as a person counts it.
    public struct Given: Encodable, Sendable {
        public let serial: String?
        public let serialKey: String?
        public let mediaKind: String?
        public let capacityGB: Int?
        public let maker: String?
        public let model: String?

        public init(
            serial: String?,
            mediaKind: String?,
            capacityGB: Int?,
            maker: String?,
            model: String?
        ) {
            self.serial = serial
            serialKey = serial.map(DriveStore.key)
            self.mediaKind = mediaKind
            self.capacityGB = capacityGB
            self.maker = maker
            self.model = model
        }

        enum CodingKeys: String, CodingKey {
            case serial, maker, model
            case serialKey = "serial_key"
            case mediaKind = "media_kind"
            case capacityGB = "capacity_gb"
        }
    }

    /// A serial number as it is compared: capitals, no white space.
    public static func key(_ serial: String) -> String {
        serial.filter { !$0.isWhitespace }.uppercased()
    }

    /// Counts the drives of a machine's present stay; counting again may only add.
    public static func count(
        _ drives: [Given],
        of device: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.count_drives(\(device), \(SentJSON.text(drives))::jsonb)")
    }

    /// Notes that drives which a report told are not in a machine.
    ///
    /// `names` are serial numbers, or `#7` for the seventh of the house.
    public static func dismiss(
        _ names: [String],
        of device: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.dismiss_expected_drives(\(device), \(names.map(key)))")
    }

    /// The names of the drives that reports found in a machine and nobody counted.
    public static func uncounted(in device: Int64, _ speaker: Speaker) -> Reading<[String]> {
        .list(
            "SELECT u FROM core.uncounted_drive(\(speaker.organisation), \(device)) AS u LIMIT 99"
        ) { (row) throws(PostgresError) in try row.decode("u") }
    }

    /// The drives of a machine's present stay, in the order of the count.
    public static func drives(of device: Int64, _ speaker: Speaker) -> Reading<[BenchDrive]> {
        .list(
            """
            SELECT device_id, state, stay, slot, drive_id, serial, maker, model, media_kind, capacity_gb, media_state, arrived_at,
                   counted_at, opened_by, required_level, policy_level, failed_attempts, cleared_by, wipe_id, proven_at
              FROM report.bench_drive WHERE org_id = \(speaker.organisation) AND device_id = \(device) ORDER BY slot
            """
        ) { (row) throws(PostgresError) in try BenchDrive(row) }
    }

    /// The drives with these serial numbers, wherever they are counted now; those that are not cleared first.
    public static func drives(
        withSerials serials: [String],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [BenchDrive] {
        let rows = try db.rows(
            """
            SELECT device_id, state, stay, slot, drive_id, serial, maker, model, media_kind, capacity_gb, media_state, arrived_at,
                   counted_at, opened_by, required_level, policy_level, failed_attempts, cleared_by, wipe_id, proven_at
              FROM report.bench_drive WHERE org_id = \(speaker.organisation) AND serial_key = ANY (\(serials.map(key)))
             ORDER BY cleared_by IS NOT NULL, device_id, slot
            """
        )
        return try decoded(rows)
    }

    /// The machines that are said to hold drives with these serial numbers, by the numbers as they are compared.
    public static func devices(
        expectingSerials serials: [String],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [String: Int64] {
        let rows = try db.rows(
            """
            SELECT r.serial_key, max(e.device_id) AS device_id
              FROM core.drive AS r
              JOIN core.expected_drive AS e ON e.org_id = r.org_id AND e.drive_id = r.drive_id
              JOIN core.device AS d ON d.org_id = e.org_id AND d.device_id = e.device_id AND d.stay = e.stay
             WHERE r.org_id = \(speaker.organisation) AND r.serial_key = ANY (\(serials.map(key)))
             GROUP BY r.serial_key
            """
        )
        var devices: [String: Int64] = [:]
        for row in rows {
            devices[try row.decode("serial_key")] = try row.decode("device_id") as Int64
        }
        return devices
    }

    private static func decoded(_ rows: Rows) throws(PostgresError) -> [BenchDrive] {
        var drives: [BenchDrive] = []
        for row in rows { drives.append(try BenchDrive(row)) }
        return drives
    }

    /// The numbers of drives with this serial number, the latest first; destroyed ones too.
    public static func find(
        serial: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64] {
        var numbers: [Int64] = []
        let rows = try db.rows(
            """
            SELECT drive_id FROM core.drive
             WHERE org_id = \(speaker.organisation) AND serial_key = \(key(serial)) ORDER BY drive_id DESC LIMIT 9
            """
        )
        for row in rows { numbers.append(try row.decode("drive_id")) }
        return numbers
    }

    public static func remove(
        slot: Int32,
        of device: Int64,
        to destination: String,
        note: String?,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.remove_drive(\(device), \(slot), \(destination), \(note))")
    }

    public static func destroy(
        _ drive: Int64,
        certificate: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.destroy_drive(\(drive), \(certificate))")
    }

    /// Continues the custody of a drive.
    ///
    /// - Returns: The number of the event in the drive's own chain.
    public static func noteCustody(
        of drive: Int64,
        act: String,
        place: Int32?,
        seal: String?,
        note: String?,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.row(
            "SELECT core.note_drive_custody(\(drive), \(act), \(place), \(seal), \(note)) AS nth"
        ).decode("nth")
    }
}
