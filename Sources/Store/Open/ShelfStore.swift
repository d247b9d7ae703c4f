public import Domain
public import Postgres

/// What stands on the shelf, as everybody may see it.
public enum ShelfStore {
    /// A machine that is free: nothing of who gave it, no serial number.
    public struct Machine: Hashable, Sendable {
        public let number: Int64
        public let kind: DeviceType
        public let maker: String?
        public let model: String?
        public let processor: String?
        public let memoryMB: Int32?
        public let storageGB: Int32?
        public let storageKind: MediaKind?
        public let system: String?
        public let grade: Grade?
        /// The least and the most that it costs, by the brackets of vouchers.
        public let fromCents: Int64
        public let toCents: Int64
    }

    /// Machines of a kind, or all, by number after a number; for whoever is signed in.
    public static func machines(
        _ kind: DeviceType?,
        after: Int64,
        limit: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> [Machine] {
        try machines(
            db.rows("SELECT * FROM core.catalogue(\(kind?.rawValue), \(after), \(limit))")
        )
    }

    /// The same for the public.
    public static func openly(
        _ kind: DeviceType?,
        after: Int64,
        limit: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> [Machine] {
        try machines(
            db.rows("SELECT * FROM core.open_catalogue(\(kind?.rawValue), \(after), \(limit))")
        )
    }

    /// For what a voucher serves and what is kept for it, as JSON; nil for an unknown one, counted against the caller.
    public static func voucher(
        _ code: String,
        caller: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.row("SELECT core.open_voucher(\(code), \(caller))::text AS voucher").decode(
            "voucher"
        )
    }

    /// What machines cost with a voucher, in cents by number; those that it is not for are left out.
    public static func prices(
        of machines: [Int64],
        voucher code: String,
        caller: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64: Int64] {
        var prices: [Int64: Int64] = [:]
        let rows = try db.rows(
            "SELECT * FROM core.voucher_prices(\(code), \(caller), \(machines))"
        )
        for row in rows {
            prices[try row.decode("device_id")] = try row.decode("cents", as: Int64.self)
        }
        return prices
    }

    /// The last day on which a machine is kept from now on; nil for an unknown voucher.
    public static func reserve(
        _ machine: Int64,
        voucher code: String,
        caller: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> Day? {
        try db.optionalRow(
            "SELECT last_day FROM core.reserve_openly(\(code), \(caller), \(machine))"
        )?.day("last_day")
    }

    /// False when the machine is not kept for this voucher.
    public static func release(
        _ machine: Int64,
        voucher code: String,
        caller: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.row("SELECT core.release_openly(\(code), \(caller), \(machine)) AS released")
            .decode("released")
    }

    /// Machines of gifts by year, kind and state.
    public static func figures(in db: isolated Connection) throws(PostgresError) -> [OutcomeStore
        .Flow]
    {
        var flows: [OutcomeStore.Flow] = []
        for row in try db.rows("SELECT * FROM core.open_figures()") {
            flows.append(
                OutcomeStore.Flow(
                    group: Int64(try row.decode("year", as: Int32.self)),
                    name: "",
                    kind: DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
                    state: try row.decode("state"),
                    devices: try row.decode("devices"),
                    grams: try row.decode("grams")
                )
            )
        }
        return flows
    }

    private static func machines(_ rows: Rows) throws(PostgresError) -> [Machine] {
        var machines: [Machine] = []
        for row in rows {
            let storage: String? = try row.decode("storage_kind")
            machines.append(
                Machine(
                    number: try row.decode("device_id"),
                    kind: DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
                    maker: try row.decode("maker"),
                    model: try row.decode("model"),
                    processor: try row.decode("cpu"),
                    memoryMB: try row.decode("ram_mb"),
                    storageGB: try row.decode("storage_gb"),
                    storageKind: storage.flatMap(MediaKind.init(rawValue:)),
                    system: try row.decode("os"),
                    grade: Grade(rawValue: try row.decode("grade", as: String.self).lowercased()),
                    fromCents: try row.decode("from_cents"),
                    toCents: try row.decode("to_cents")
                )
            )
        }
        return machines
    }
}
