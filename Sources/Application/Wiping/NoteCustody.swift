public import Domain
public import Postgres
import Store

/// Writes down who had a drive in hand, where, and under which seal (rulebook 3.7).
public struct NoteCustody: Command {
    public static let name = "note-custody"
    public static let summary = Phrase(
        fr: "note la garde d'un support : scellé, déplacé, ouvert",
        en: "notes the custody of a drive: sealed, moved, opened"
    )
    public static let permission = Permission(.wipeOperator, .technician, .intake)

    /// What a person may note by hand; the rest is written by what happens.
    public enum Act: String, Vocabulary {
        case received, sealed, moved, opened

        var inTheChain: CustodyAct {
            switch self {
            case .received: .received
            case .sealed: .sealed
            case .moved: .moved
            case .opened: .opened
            }
        }

        public var label: Phrase { inTheChain.label }
    }

    public let drive: DriveReference
    public let act: Act
    public let place: String?
    public let seal: String?
    public let note: String?

    public init(
        drive: DriveReference,
        act: Act,
        place: String? = nil,
        seal: String? = nil,
        note: String? = nil
    ) {
        self.drive = drive
        self.act = act
        self.place = place
        self.seal = seal
        self.note = note
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let drive: String
        /// The number of this event in the drive's chain of custody.
        public let nth: Int
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let number = try drive.resolve(in: db, circumstances.speaker)
        let place = try self.place.map { (name) throws(Failure) in
            try PlaceReference(name).resolve(in: db, circumstances.speaker).place
        }
        let nth = try Failure.running { () throws(PostgresError) in
            try DriveStore.noteCustody(
                of: number,
                act: act.inTheChain.rawValue,
                place: place,
                seal: seal,
                note: note,
                in: db
            )
        }
        return Outcome(drive: drive.text, nth: Int(nth))
    }
}
