public import Domain

/// One drive as a program found it, with what it says of its own health.
public struct DriveReport: Sendable, Hashable {
    public var kind: MediaKind?
    public var maker: String?
    public var model: String?
    public var serial: String?
    /// Hexadecimal digits without `0x`, in small letters.
    public var wwn: String?
    public var firmware: String?
    public var interface: String?
    public var bytes: Int?
    public var health = DriveHealth()
    public var erasures: [ErasureReport] = []

    public init() {}

    /// In decimal gigabytes, as on the label of a drive.
    public var capacityGB: Int? { bytes.map { ($0 + 500_000_000) / 1_000_000_000 } }
}

/// What SMART tells of a drive.
public struct DriveHealth: Sendable, Hashable {
    public var passed: Bool?
    public var hours: Int?
    public var powerCycles: Int?
    /// SMART attribute 5, or the grown defects of SCSI.
    public var reallocatedSectors: Int?
    /// SMART attribute 197.
    public var pendingSectors: Int?
    /// SMART attribute 198, or errors of the medium.
    public var uncorrectableSectors: Int?
    /// Of the life that the maker promises to flash; may exceed 100.
    public var percentUsed: Int?
    /// In degrees Celsius.
    public var temperature: Int?

    public init() {}

    public var isEmpty: Bool { self == DriveHealth() }
}

/// A battery; its health is what it holds now of what it held when new.
public struct BatteryReport: Sendable, Hashable {
    public var maker: String?
    public var model: String?
    public var serial: String?
    public var technology: String?
    /// In milliwatt-hours.
    public var designMWh: Int?
    public var fullMWh: Int?
    public var cycles: Int?
    /// As the program says it, when no capacities are told.
    public var statedPercent: Int?

    public init() {}

    /// In percent of the design; nil when the figures cannot be true.
    public var healthPercent: Int? {
        guard let designMWh, let fullMWh, designMWh > 0, fullMWh > 0 else { return statedPercent }
        let percent = (fullMWh * 100 + designMWh / 2) / designMWh
        return percent <= 150 ? percent : nil
    }
}

/// An erasure that a workbench says it did: steps with their ends, each told as done or not.
public struct ErasureReport: Sendable, Hashable {
    public struct Step: Sendable, Hashable {
        /// As the tool names it, such as `StepZero`.
        public var name: String
        public var succeeded: Bool
        /// Seconds since 1970.
        public var startedAt: Int64?
        public var endedAt: Int64?

        public init(name: String, succeeded: Bool) {
            self.name = name
            self.succeeded = succeeded
        }
    }

    /// As the tool names it, such as `EraseSectors`.
    public var method: String
    public var succeeded: Bool
    public var startedAt: Int64?
    public var endedAt: Int64?
    public var steps: [Step] = []

    public init(method: String, succeeded: Bool) {
        self.method = method
        self.succeeded = succeeded
    }
}
