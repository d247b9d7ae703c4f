public import Domain
public import Postgres
import Store

/// The weekly count of a locked place: which drives that are not proven clean are really there.
public struct CountCustody: Command {
    public static let name = "count-custody"
    public static let summary = Phrase(
        fr: "compte les supports d'un lieu fermé à clé",
        en: "counts the drives of a locked place"
    )
    public static let permission = Permission(.wipeOperator, .technician, .qaVerifier)

    public let place: String
    public let drives: [DriveReference]
    /// Needed when what was seen is not what should be there.
    public let note: String?

    public init(place: String, drives: [DriveReference], note: String? = nil) {
        self.place = place
        self.drives = drives
        self.note = note
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let count: Int64
        public let expected: Int
        public let seen: Int
        /// Drives, by what stands on them, that should be there and were not seen.
        public let missing: [String]
        public let unexpected: [String]
        /// The day by which the next count is due.
        public let nextBy: Day

        enum CodingKeys: String, CodingKey {
            case count, expected, seen, missing, unexpected
            case nextBy = "next_by"
        }
    }

    /// - Throws: `place_not_locked`, `count_differs`, `unknown_drive`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let room = try PlaceReference(place).resolve(in: db, circumstances.speaker).place
        var numbers: [Int64] = []
        for drive in drives { numbers.append(try drive.resolve(in: db, circumstances.speaker)) }
        let seen = numbers
        let counted = try Failure.running { () throws(PostgresError) in
            try CustodyStore.count(seen, at: room, note: note, in: db)
        }
        return Outcome(
            count: counted.number,
            expected: Int(counted.expected),
            seen: Set(seen).count,
            missing: counted.missing,
            unexpected: counted.unexpected,
            nextBy: circumstances.today.adding(days: 7)
        )
    }
}

/// Locked places, what should be in each, and when it was counted last.
public struct LockedPlaces: Question {
    public static let name = "locked-places"
    public static let summary = Phrase(
        fr: "montre les lieux fermés et leur dernier comptage",
        en: "shows locked places and their last count"
    )
    public static let permission = Permission(
        .wipeOperator,
        .technician,
        .qaVerifier,
        .auditor,
        .dpo
    )

    public init() {}

    public struct Line: Codable, Sendable, Hashable {
        public let place: String
        public let drives: Int64
        public let countedOn: Day?
        public let differed: Bool
        /// True when a week has gone by without a count.
        public let isDue: Bool

        enum CodingKeys: String, CodingKey {
            case place, drives, differed
            case countedOn = "counted_on"
            case isDue = "due"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Line] {
        let places = try Failure.running { () throws(PostgresError) in
            try CustodyStore.lockedPlaces(circumstances.speaker, in: db)
        }
        return places.map { place in
            let due = place.countedOn.map { $0.adding(days: 7) <= circumstances.today } ?? true
            return Line(
                place: place.name,
                drives: place.expected,
                countedOn: place.countedOn,
                differed: place.differed,
                isDue: due
            )
        }
    }
}

/// The chain of custody of a drive, from the beginning.
public struct CustodyLog: Question {
    public static let name = "custody-log"
    public static let summary = Phrase(
        fr: "montre la garde d'un support depuis le début",
        en: "shows a drive's chain of custody from the beginning"
    )
    public static let permission = LockedPlaces.permission

    public let drive: DriveReference

    public init(drive: DriveReference) {
        self.drive = drive
    }

    public struct Line: Codable, Sendable, Hashable {
        public let nth: Int32
        public let act: String
        public let at: String
        public let person: String
        public let device: String?
        public let place: String?
        public let seal: String?
        public let note: String?

        init(_ event: CustodyStore.Event) {
            nth = event.nth
            act = event.act
            at = event.at.iso
            person = event.person
            device = event.device.map { DeviceReference(number: $0).text }
            place = event.place
            seal = event.seal
            note = event.note
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [Line] {
        let number = try drive.resolve(in: db, circumstances.speaker)
        let events = try Failure.running { () throws(PostgresError) in
            try CustodyStore.log(of: number, latest: 1_000, circumstances.speaker, in: db)
        }
        return events.map(Line.init)
    }
}
