public import Domain
public import Postgres
import Store

/// One place: where it is, and what is in it.
public struct ShowPlace: Question {
    public static let name = "show-place"
    public static let summary = Phrase(fr: "montre un lieu", en: "shows a place")
    public static let permission = Permission(roles: BenchReaders.roles)

    /// By name or way.
    public let place: String

    public init(place: String) {
        self.place = place
    }

    public struct Answer: Codable, Sendable, Hashable {
        /// The way to it, from the site down.
        public let place: String
        public let name: String
        public let site: String
        /// The way of the place around it; nil at the top of a site.
        public let within: String?
        public let locked: Bool
        /// Machines that are here.
        public let devices: Int
        /// Drives that are not proven clean.
        public let drives: Int
        public let places: Int
    }

    /// - Throws: `place_unknown`.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let speaker = circumstances.speaker
        let reference = PlaceReference(place)
        let found = try reference.resolve(in: db, speaker)
        let sheet = try Failure.running { () throws(PostgresError) in
            try PlaceStore.sheet(of: found.place, speaker, in: db)
        }
        guard let sheet else { throw try reference.unknown(in: db, speaker) }
        return Answer(
            place: found.path,
            name: found.name,
            site: sheet.site,
            within: sheet.within,
            locked: found.isLocked,
            devices: sheet.devices,
            drives: sheet.drives,
            places: sheet.places
        )
    }
}
