/// The drive on the bench, against which a report is held.
public struct WipedDrive: Hashable, Codable, Sendable {
    public var serial: String
    public var model: String?
    public var kind: MediaKind
    public var bytes: Int64?
    /// What was counted, in units of 10^9 bytes as a label has them; nil where nobody said.
    public var gigabytes: Int?
    /// When its device arrived for this stay; seconds since 1970-01-01 00:00 UTC.
    public var arrivedAt: Int64
    /// When it was counted in its device, if it had been counted in another one before; seconds since 1970-01-01 00:00 UTC.
    public var countedAt: Int64?
    public var requiredLevel: SanitisationLevel
    /// Attempts since it came that were recorded before and proved nothing.
    public var failedAttempts: Int

    public init(
        serial: String,
        model: String? = nil,
        kind: MediaKind,
        bytes: Int64? = nil,
        gigabytes: Int? = nil,
        arrivedAt: Int64,
        countedAt: Int64? = nil,
        requiredLevel: SanitisationLevel,
        failedAttempts: Int = 0
    ) {
        self.serial = serial
        self.model = model
        self.kind = kind
        self.bytes = bytes
        self.gigabytes = gigabytes
        self.arrivedAt = arrivedAt
        self.countedAt = countedAt
        self.requiredLevel = requiredLevel
        self.failedAttempts = failedAttempts
    }
}
