public import Domain
public import Postgres
import Store

/// Puts a machine in a place, in a lot, or both.
public struct MoveDevice: Command {
    public static let name = "move-device"
    public static let summary = Phrase(
        fr: "range un appareil dans un lieu ou un lot",
        en: "puts a device in a place or a lot"
    )
    public static let permission = Permission(
        .intake,
        .technician,
        .wipeOperator,
        .grader,
        .shop
    )

    public let device: DeviceReference
    /// By name, or by the way to it.
    public let place: String?
    public let lot: String?

    public init(device: DeviceReference, place: String? = nil, lot: String? = nil) {
        self.device = device
        self.place = place
        self.lot = lot
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        /// The way to the place; nil when it did not change.
        public let place: String?
        public let lot: String?
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let speaker = circumstances.speaker
        let number = try device.resolve(in: db, speaker)
        var description = DeviceStore.Description()
        let found = try place.map { (name) throws(Failure) in
            try PlaceReference(name).resolve(in: db, speaker)
        }
        description.place = found?.place
        description.lot = try lot.map { (name) throws(Failure) in
            try LotReference(name).resolve(in: db, speaker)
        }
        let written = description
        _ = try Failure.running { () throws(PostgresError) in
            try DeviceStore.describe(number, written, version: nil, for: speaker, in: db)
        }
        return Outcome(device: DeviceReference(number: number).text, place: found?.path, lot: lot)
    }
}
