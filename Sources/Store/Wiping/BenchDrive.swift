public import Domain
public import Postgres

/// A drive counted in the present stay of a machine, with all that a report of a wipe is held against.
public struct BenchDrive: Hashable, Sendable {
    public let device: Int64
    public let state: String
    public let stay: Int32
    /// Its place in the count, from 1.
    public let slot: Int32
    public let drive: Int64
    public let serial: String?
    public let maker: String?
    public let model: String?
    /// Nil until somebody says what it is.
    public let kind: MediaKind?
    public let capacityGB: Int32?
    public let mediaState: String
    public let arrivedAt: Timestamp
    /// When it was counted here, if it had been counted in another machine before: nothing older proves it.
    public let countedAt: Timestamp?
    public let cameFromBuyer: Bool
    /// The deeper of what the policy and the donor ask.
    public let requiredLevel: SanitisationLevel
    /// Attempts since it came that proved nothing.
    public let failedAttempts: Int32
    /// `wiped` or `removed`; nil while it still keeps its machine from leaving.
    public let clearedBy: String?
    /// The wipe that proves it clean, when there is one.
    public let wipe: Int64?
    /// When that wipe ended.
    public let provenAt: Timestamp?

    /// How people name it: its serial number, or its place in the count.
    public var name: String { serial ?? "#\(slot)" }

    init(_ row: Row) throws(PostgresError) {
        device = try row.decode("device_id")
        state = try row.decode("state")
        stay = try row.decode("stay")
        slot = try row.decode("slot")
        drive = try row.decode("drive_id")
        serial = try row.decode("serial")
        maker = try row.decode("maker")
        model = try row.decode("model")
        kind = MediaKind(rawValue: try row.decode("media_kind"))
        capacityGB = try row.decode("capacity_gb")
        mediaState = try row.decode("media_state")
        arrivedAt = try row.decode("arrived_at")
        countedAt = try row.decode("counted_at")
        cameFromBuyer = try row.decode("opened_by", as: String.self) == "return"
        let policy: Int16 = try row.decode("policy_level")
        let donor: Int16 = try row.decode("required_level")
        requiredLevel = SanitisationLevel(rank: max(policy, donor)) ?? .destroy
        failedAttempts = try row.decode("failed_attempts")
        clearedBy = try row.decode("cleared_by")
        wipe = try row.decode("wipe_id")
        provenAt = try row.decode("proven_at")
    }
}

extension SanitisationLevel {
    /// The level with this rank, 1 to 3; nil for 0, which asks nothing.
    init?(rank: Int16) {
        guard let level = Self.allCases.first(where: { $0.rank == rank }) else { return nil }
        self = level
    }
}
