public import Domain

/// What a program found when it looked into one machine, whatever the program.
///
/// As read: placeholders are still in it until ``cleaned(_:)`` took them out. Absent means that the report says nothing.
public struct HardwareReport: Sendable, Hashable {
    /// The program whose words these are; a report that bundles several is named after the bundle.
    public enum Source: String, Sendable, Hashable, CaseIterable {
        case lshw, dmidecode, smartctl, inxi, upower, glpi, ereuse, moulin
        case lsblk, hdparm, windows, apple
        case nvme = "nvme_cli"
    }

    /// What a maker wrote on a machine, a board or a case.
    public struct Plate: Sendable, Hashable {
        public var maker: String?
        public var model: String?
        public var serial: String?
        public var version: String?
        public var sku: String?

        public init(
            maker: String? = nil,
            model: String? = nil,
            serial: String? = nil,
            version: String? = nil,
            sku: String? = nil
        ) {
            self.maker = maker
            self.model = model
            self.serial = serial
            self.version = version
            self.sku = sku
        }

        var isEmpty: Bool { self == Plate() }
    }

    public struct Processor: Sendable, Hashable {
        public var maker: String?
        public var model: String
        public var cores: Int?
        public var threads: Int?

        public init(model: String) { self.model = model }
    }

    /// One module that is there; empty slots are only counted.
    public struct MemoryModule: Sendable, Hashable {
        public var plate = Plate()
        public var sizeMB: Int
        /// `DDR4`.
        public var technology: String?
        public var slot: String?
        public var isSoldered = false

        public init(sizeMB: Int) { self.sizeMB = sizeMB }
    }

    public struct NetworkPort: Sendable, Hashable {
        public var plate = Plate()
        /// `aa:bb:cc:dd:ee:ff`.
        public var mac: String
        public var isWireless = false
        /// Neither in a dock nor on a cable: told by the bus.
        public var isBuiltIn = true

        public init(mac: String) { self.mac = mac }
    }

    /// Something else that can be taken out and followed, such as a graphics card or a screen.
    public struct Part: Sendable, Hashable {
        public var kind: String
        public var plate: Plate

        public init(kind: String, plate: Plate) {
            self.kind = kind
            self.plate = plate
        }
    }

    public var source: Source
    /// True when absent sections say nothing, as in partial inventories.
    public var isPartial = false
    /// The code on our label, when a person gave it to the program: stronger than anything that a machine says.
    public var label: String?
    /// When the program looked, in seconds since 1970 by the machine's own clock; nil when it does not say.
    public var gatheredAt: Int64?
    /// As the case tells; nil when it does not.
    public var kind: DeviceType?
    public var isVirtual = false
    public var system = Plate()
    public var uuid: String?
    public var board = Plate()
    public var chassis = Plate()
    public var assetTag: String?
    public var imei: String?
    public var firmware = Plate()
    public var processors: [Processor] = []
    public var memory: [MemoryModule] = []
    /// Of the whole machine, when no module is told.
    public var memoryMB: Int?
    public var memorySlots: Int?
    public var ports: [NetworkPort] = []
    public var drives: [DriveReport] = []
    public var batteries: [BatteryReport] = []
    public var parts: [Part] = []
    public var os: String?
    /// What was made absent and why, for people.
    public var notes: [String] = []

    public init(source: Source) {
        self.source = source
    }

    /// Whether the report says anything by which a machine could be known.
    public var namesMachine: Bool {
        !system.isEmpty || !board.isEmpty || uuid != nil || imei != nil || !ports.isEmpty
            || chassis.serial != nil
    }

    /// Whether a plate in it has a name or a number on it; a version alone is neither.
    public var hasPlate: Bool {
        [
            system.maker, system.model, system.serial, board.maker, board.model, board.serial,
            chassis.serial,
        ].contains { $0 != nil }
    }

    /// What a person calls the machine: of a machine without a name of its own, its board's.
    public var namePlate: Plate {
        guard system.model == nil else { return system }
        return Plate(maker: system.maker ?? board.maker, model: board.model, serial: system.serial)
    }

    /// In mebibytes: the sum of the modules, or what is told of the whole.
    public var ramMB: Int? {
        let sum = memory.map(\.sizeMB).reduce(0, +)
        return sum > 0 ? sum : memoryMB
    }

    /// The processor as people call it; `2 ×` before one that is there twice.
    public var cpu: String? {
        guard let first = processors.first else { return nil }
        return processors.count > 1 ? "\(processors.count) × \(first.model)" : first.model
    }
}
