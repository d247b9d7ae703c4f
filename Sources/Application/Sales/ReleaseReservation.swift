public import Domain
public import Postgres
import Store

/// Puts a reserved device back on the shelf.
public struct ReleaseReservation: Command {
    public static let name = "release-reservation"
    public static let summary = Phrase(
        fr: "libère un appareil réservé",
        en: "releases a reserved device"
    )
    public static let permission = Permission(.shop)

    public let device: DeviceReference
    /// Why; the buyer gave it up when it is nil.
    public let reason: String?

    public init(device: DeviceReference, reason: String? = nil) {
        self.device = device
        self.reason = reason
    }

    public var subject: DeviceReference? { device }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
    }

    /// - Throws: `step_not_on_map` when it is not reserved.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        let reason = reason ?? "given up"
        _ = try Failure.running { () throws(PostgresError) in
            try DeviceStore.take("release", with: [number], reason: reason, strict: true, in: db)
        }
        return Outcome(device: DeviceReference(number: number).text)
    }
}
