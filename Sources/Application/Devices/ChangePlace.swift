public import Domain
public import Postgres
import Store

/// Renames a place, moves it with all that is in it, or locks it; what is absent stays.
public struct ChangePlace: Command {
    public static let name = "change-place"
    public static let summary = Phrase(
        fr: "renomme un lieu, ou le déplace avec ce qu'il contient",
        en: "renames a place, or moves it with all that is in it"
    )
    public static let permission = AddPlace.permission

    /// By name or way, as it is called until now.
    public let place: String
    public let newName: String?
    /// To the top of this site; needless when `within` is given.
    public let site: String?
    /// Into this place, by name or way.
    public let within: String?
    public let locked: Bool?

    enum CodingKeys: String, CodingKey {
        case place, site, within, locked
        case newName = "name"
    }

    public init(
        place: String,
        name: String? = nil,
        site: String? = nil,
        within: String? = nil,
        locked: Bool? = nil
    ) {
        self.place = place
        newName = name
        self.site = site
        self.within = within
        self.locked = locked
    }

    public struct Outcome: Codable, Sendable, Hashable {
        /// The way to it from now on.
        public let place: String
    }

    /// - Throws: `place_unknown`, `site_unknown`, `name_taken`, `place_within_itself`, and `place_not_empty` where drives that are not
    ///   clean would lose their locked zone.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let speaker = circumstances.speaker
        let found = try PlaceReference(place).resolve(in: db, speaker)
        let parent = try within.map { (name) throws(Failure) in
            try PlaceReference(name).resolve(in: db, speaker).place
        }
        let top = try (parent == nil ? site : nil).map { (name) throws(Failure) in
            try SiteReference(name).resolve(in: db, speaker)
        }
        try NameTaken.naming(newName ?? found.name) { () throws(PostgresError) in
            try PlaceStore.change(
                found.place,
                name: newName,
                site: top,
                in: parent,
                locked: locked,
                in: db
            )
        }
        return try Failure.running { () throws(PostgresError) in
            Outcome(place: try PlaceStore.path(of: found.place, speaker, in: db))
        }
    }
}

/// Retires a place in which nothing is left; its name is free again.
public struct RetirePlace: Command {
    public static let name = "retire-place"
    public static let summary = Phrase(
        fr: "retire un lieu où il n'y a plus rien",
        en: "retires a place in which nothing is left"
    )
    public static let permission = AddPlace.permission

    /// By name or way.
    public let place: String

    public init(place: String) {
        self.place = place
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let place: String
    }

    /// - Throws: `place_unknown`, `place_not_empty`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let found = try PlaceReference(place).resolve(in: db, circumstances.speaker)
        try Failure.running { () throws(PostgresError) in
            try PlaceStore.retire(found.place, in: db)
        }
        return Outcome(place: found.path)
    }
}
