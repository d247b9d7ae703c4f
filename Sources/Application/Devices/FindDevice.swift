public import Domain
public import Postgres
import Store

/// Takes a machine that was missing in again: nobody knows where it was, so every proof is void.
public struct FindDevice: Command {
    public static let name = "find-device"
    public static let summary = Phrase(
        fr: "reprend un appareil retrouvé",
        en: "takes in a device that was found again"
    )
    public static let permission = Permission(.technician, .intake)

    public let device: DeviceReference
    public let note: String?

    public init(device: DeviceReference, note: String? = nil) {
        self.device = device
        self.note = note
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let state: String
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try device.resolve(in: db, circumstances.speaker)
        try Failure.running { () throws(PostgresError) in
            try DeviceStore.findAgain(number, note: note, in: db)
        }
        return Outcome(device: DeviceReference(number: number).text, state: "triaged")
    }
}
