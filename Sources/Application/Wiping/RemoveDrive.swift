public import Domain
public import Postgres
import Store

/// Takes a drive out of its machine for good: to be destroyed, or back to the donor.
///
/// When nothing else keeps the machine from being clean, it is clean.
public struct RemoveDrive: Command {
    public static let name = "remove-drive"
    public static let summary = Phrase(
        fr: "retire un support de son appareil, pour destruction ou pour le donateur",
        en: "removes a drive from its device, for destruction or for the donor"
    )
    public static let permission = Permission(.wipeOperator, .technician)

    /// The only two ways on for a drive that is not clean (rulebook 3.6).
    public enum Destination: String, Vocabulary {
        case destruction
        case donor

        public var label: Phrase {
            switch self {
            case .destruction: Phrase(fr: "destruction", en: "destruction")
            case .donor: Phrase(fr: "donateur", en: "donor")
            }
        }
    }

    public let device: DeviceReference
    /// The drive's serial number, or `#2` for the second one counted; needless when only one is left.
    public let drive: String?
    public let destination: Destination
    public let note: String?

    public init(
        device: DeviceReference,
        drive: String? = nil,
        destination: Destination,
        note: String? = nil
    ) {
        self.device = device
        self.drive = drive
        self.destination = destination
        self.note = note
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let device: String
        public let drive: String
        public let state: String
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let bench = WipingBench(circumstances)
        let number = try device.resolve(in: db, circumstances.speaker)
        _ = try bench.progress(of: number, in: db)
        let one = try DriveChoice(drive, of: number).choose(among: bench.drives(of: number, in: db))
        guard one.clearedBy == nil else {
            let label = DeviceReference(number: number).text
            throw .refused(
                Refusal(
                    .driveAlreadyCleared,
                    ["device": .text(label), "drive": .text(one.name)]
                )
            )
        }
        try Failure.running { () throws(PostgresError) in
            try DriveStore.remove(
                slot: one.slot,
                of: number,
                to: destination.rawValue,
                note: note,
                in: db
            )
        }
        return Outcome(
            device: DeviceReference(number: number).text,
            drive: one.name,
            state: try bench.advance(number, in: db)
        )
    }
}
