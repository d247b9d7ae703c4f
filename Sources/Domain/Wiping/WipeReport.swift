/// What a tool or a person says of one wipe; no judgement yet.
public struct WipeReport: Hashable, Codable, Sendable {
    public enum Source: Hashable, Codable, Sendable {
        case tool(name: String, version: String)
        case person(name: String)
    }

    public enum Status: String, Codable, Hashable, Sendable {
        case erased, failed, aborted, insanity, unknown
    }

    /// How much was read back.
    public enum Verification: String, CaseIterable, Codable, Hashable, Sendable {
        case last, all, none, unknown
    }

    /// Areas that the drive keeps from the computer (HPA, DCO).
    public enum HiddenSectors: String, Codable, Hashable, Sendable {
        case none, found, unknown
        case notApplicable = "not_applicable"
    }

    /// Errors counted while writing, reading back and flushing.
    public struct Errors: Hashable, Codable, Sendable {
        public var pass: Int
        public var verify: Int
        public var sync: Int
        /// Writes that went well only when done again.
        public var retries: Int

        public init(pass: Int, verify: Int, sync: Int, retries: Int = 0) {
            self.pass = pass
            self.verify = verify
            self.sync = sync
            self.retries = retries
        }

        public static let none = Errors(pass: 0, verify: 0, sync: 0)
    }

    public struct Rounds: Hashable, Codable, Sendable {
        public var completed: Int
        public var requested: Int

        public init(completed: Int, requested: Int) {
            self.completed = completed
            self.requested = requested
        }
    }

    public var source: Source
    /// Nil when the report names a method that the table does not have.
    public var method: SanitisationMethod?
    public var driveSerial: String?
    /// Another number that the report gives to the same drive; nil when it does not contradict itself.
    public var otherSerial: String?
    /// What the tool met, where it says so.
    public var mediaKind: MediaKind?
    /// Possibly cut short: nwipe prints 17 characters.
    public var driveModel: String?
    public var driveBytes: Int64?
    /// Nil when not printed, as by older tools.
    public var erasedBytes: Int64?
    public var status: Status
    /// Nil when the report does not count them.
    public var errors: Errors?
    public var rounds: Rounds?
    public var verification: Verification
    public var hiddenSectors: HiddenSectors
    /// Seconds since 1970-01-01 00:00 UTC.
    public var startedAt: Int64?
    public var endedAt: Int64?
    /// False for a log that stops half-way.
    public var hasSummary: Bool
    /// True when someone vouches that the drive had been encrypted from its first day.
    public var wasAlwaysEncrypted: Bool

    public init(
        source: Source,
        method: SanitisationMethod?,
        driveSerial: String?,
        otherSerial: String? = nil,
        mediaKind: MediaKind? = nil,
        driveModel: String? = nil,
        driveBytes: Int64? = nil,
        erasedBytes: Int64? = nil,
        status: Status,
        errors: Errors? = nil,
        rounds: Rounds? = nil,
        verification: Verification = .unknown,
        hiddenSectors: HiddenSectors = .unknown,
        startedAt: Int64? = nil,
        endedAt: Int64?,
        hasSummary: Bool = false,
        wasAlwaysEncrypted: Bool = false
    ) {
        self.source = source
        self.method = method
        self.driveSerial = driveSerial
        self.otherSerial = otherSerial
        self.mediaKind = mediaKind
        self.driveModel = driveModel
        self.driveBytes = driveBytes
        self.erasedBytes = erasedBytes
        self.status = status
        self.errors = errors
        self.rounds = rounds
        self.verification = verification
        self.hiddenSectors = hiddenSectors
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.hasSummary = hasSummary
        self.wasAlwaysEncrypted = wasAlwaysEncrypted
    }
}
