public import Domain
public import Postgres
import Store

/// Says what a machine is; fields that are not given say nothing.
public struct DescribeDevice: Command {
    public static let name = "describe-device"
    public static let summary = Phrase(
        fr: "décrit un appareil ; ce qui n'est pas dit reste",
        en: "describes a device; what is not said stays"
    )
    public static let permission = Permission(.intake, .technician, .grader)

    public let device: DeviceReference
    /// The version that was read; with another one the machine has changed meanwhile, and nothing is written.
    public let version: Int?
    public var kind: DeviceType?
    public var maker: String?
    public var model: String?
    public var serial: String?
    /// The donor's own number for it.
    public var externalReference: String?
    public var cpu: String?
    public var memoryMB: Int?
    public var storageGB: Int?
    public var storageKind: String?
    public var system: String?
    public var weightGrams: Int?
    public var comment: String?

    public init(device: DeviceReference, version: Int? = nil) {
        self.device = device
        self.version = version
    }

    enum CodingKeys: String, CodingKey {
        case device, version, kind, maker, model, serial, cpu, comment
        case externalReference = "external_ref"
        case memoryMB = "ram_mb"
        case storageGB = "storage_gb"
        case storageKind = "storage_kind"
        case system = "os"
        case weightGrams = "weight_g"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let version: Int
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        if let comment {
            do { try BannedWords.refuse(in: comment) } catch { throw .refused(error) }
        }
        try requireLikely()
        let number = try device.resolve(in: db, circumstances.speaker)
        let now = try Failure.running { () throws(PostgresError) in
            try DeviceStore.describe(
                number,
                description,
                version: version.map { Int32(clamping: $0) },
                for: circumstances.speaker,
                in: db
            )
        }
        return Outcome(device: DeviceReference(number: number).text, version: Int(now))
    }

    /// - Throws: `.unreadable` for what no machine holds or weighs, with its field.
    private func requireLikely() throws(Failure) {
        try Self.require(
            memoryMB,
            in: LikelySize.memoryMB,
            CodingKeys.memoryMB,
            Phrase(
                fr: "la mémoire en Mo, 64 au moins : 16 Go s'écrivent 16384",
                en: "memory in MB, 64 at least: 16 GB are written 16384"
            )
        )
        try Self.require(
            storageGB,
            in: LikelySize.storageGB,
            CodingKeys.storageGB,
            Phrase(
                fr: "le stockage en Go, 0 au moins : 1 To s'écrit 1000",
                en: "storage in GB, 0 at least: 1 TB is written 1000"
            )
        )
        try Self.require(
            weightGrams,
            in: LikelySize.weightGrams,
            CodingKeys.weightGrams,
            Phrase(
                fr: "le poids en grammes, 1 au moins : 2,3 kg s'écrivent 2300",
                en: "the weight in grams, 1 at least: 2.3 kg are written 2300"
            )
        )
    }

    private static func require(
        _ number: Int?,
        in range: ClosedRange<Int>,
        _ field: CodingKeys,
        _ expected: Phrase
    ) throws(Failure) {
        guard let number, !range.contains(number) else { return }
        let most = range.upperBound
        throw .unreadable(
            Unreadable(
                "\(field.rawValue): \(number)",
                expected: Phrase(
                    fr: "\(expected.fr) ; \(most.grouped(in: .fr)) au plus",
                    en: "\(expected.en); \(most.grouped(in: .en)) at most"
                )
            )
        )
    }

    private var description: DeviceStore.Description {
        var description = DeviceStore.Description()
        description.kind = kind?.rawValue
        description.maker = maker
        description.model = model
        description.serial = serial
        description.serialKey = serial.map(DriveStore.key)
        description.externalReference = externalReference
        description.cpu = cpu
        description.memoryMB = memoryMB
        description.storageGB = storageGB
        description.storageKind = storageKind
        description.system = system
        description.weightGrams = weightGrams
        description.comment = comment
        return description
    }
}
