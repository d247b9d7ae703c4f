public import Domain
public import Postgres

extension DeviceStore {
    /// Adds machines that arrived, or are announced, without a word about each.
    public static func add(
        _ count: Int32,
        of kind: DeviceType,
        to donation: Int64,
        step: String,
        maker: String?,
        model: String?,
        place: Int32?,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64] {
        var numbers: [Int64] = []
        let rows = try db.rows(
            """
            SELECT device_id FROM core.add_devices(\(donation), \(kind.rawValue), \(count), \(step), \(maker), \(model), \(place))
                AS t (device_id) ORDER BY device_id
            """
        )
        for row in rows { numbers.append(try row.decode("device_id")) }
        return numbers
    }

    /// What is said of a machine; absent fields say nothing.
    public struct Description: Encodable, Sendable {
        public var kind: String?
        public var maker: String?
        public var model: String?
        public var serial: String?
        public var serialKey: String?
        public var externalReference: String?
        public var cpu: String?
        public var memoryMB: Int?
        public var storageGB: Int?
        public var storageKind: String?
        public var system: String?
        public var weightGrams: Int?
        public var comment: String?
        public var place: Int32?
        public var lot: Int64?

        public init() {}

        enum CodingKeys: String, CodingKey {
            case kind, maker, model, serial, cpu, comment, place, lot
            case serialKey = "serial_key"
            case externalReference = "external_ref"
            case memoryMB = "ram_mb"
            case storageGB = "storage_gb"
            case storageKind = "storage_kind"
            case system = "os"
            case weightGrams = "weight_g"
        }
    }

    /// Corrects what is known of a machine.
    ///
    /// With a `version` that is no longer the machine's, refuses (`changed_meanwhile`).
    ///
    /// - Returns: The version now.
    public static func describe(
        _ device: Int64,
        _ description: Description,
        version: Int32?,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.execute(
            "SELECT core.describe_device(\(device), \(SentJSON.text(description))::jsonb, \(version))"
        )
        return try db.row(
            "SELECT version FROM core.device WHERE org_id = \(speaker.organisation) AND device_id = \(device)"
        ).decode("version")
    }

    public static func raiseFlag(
        _ kind: String,
        on device: Int64,
        note: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.raise_flag(\(device), \(kind), \(note))")
    }

    public static func liftFlag(
        _ kind: String,
        of device: Int64,
        reason: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.lift_flag(\(device), \(kind), \(reason))")
    }

    /// Takes a machine that was missing in again, in a new stay.
    public static func findAgain(
        _ device: Int64,
        note: String?,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.find_again(\(device), \(note))")
    }

    /// The two machines of a doubt; nil when there is no such doubt.
    public static func doubt(
        _ number: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> (device: Int64, other: Int64?, isDecided: Bool)? {
        let row = try db.optionalRow(
            """
            SELECT device_id, other_device_id, decision IS NOT NULL AS is_decided FROM core.doubt
             WHERE org_id = \(speaker.organisation) AND doubt_id = \(number)
            """
        )
        guard let row else { return nil }
        return (
            try row.decode("device_id"), try row.decode("other_device_id"),
            try row.decode("is_decided")
        )
    }

    public static func decide(
        doubt: Int64,
        _ decision: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.decide_doubt(\(doubt), \(decision))")
    }
}

extension DeviceStore {
    /// The states of devices; those that nobody knows are left out.
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
        for row in rows {
            states[try row.decode("device_id")] = try row.decode("state", as: String.self)
        }
        return states
    }
}
