public import Domain
public import Postgres
import Store

/// Adds a site: an address where the organisation works.
public struct AddSite: Command {
    public static let name = "add-site"
    public static let summary = Phrase(fr: "ajoute un site", en: "adds a site")
    public static let permission = Permission(.admin, .intake)

    public let site: String
    /// Lines of the postal address.
    public let address: [String]?

    public init(site: String, address: [String]? = nil) {
        self.site = site
        self.address = address
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let site: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try NameTaken.naming(site) { () throws(PostgresError) in
            try PlaceStore.add(
                site: site,
                address: address ?? [],
                for: circumstances.speaker,
                in: db
            )
        }
        return Outcome(site: site)
    }
}

/// Adds a place: a room, a rack, a shelf, in a site or in another place.
public struct AddPlace: Command {
    public static let name = "add-place"
    public static let summary = Phrase(
        fr: "ajoute un lieu dans un site ou un autre lieu",
        en: "adds a place in a site or in another place"
    )
    public static let permission = Permission(.admin, .intake, .technician)

    public let place: String
    /// Needless when `within` is given, or when there is one site alone.
    public let site: String?
    /// The place around it, by name or way.
    public let within: String?
    /// True for a zone where drives that are not clean may rest.
    public let locked: Bool?

    public init(
        place: String,
        site: String? = nil,
        within: String? = nil,
        locked: Bool? = nil
    ) {
        self.place = place
        self.site = site
        self.within = within
        self.locked = locked
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let place: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let speaker = circumstances.speaker
        let parent = try within.map { (name) throws(Failure) in
            try PlaceReference(name).resolve(in: db, speaker).place
        }
        let top = try parent == nil ? self.top(in: db, speaker) : nil
        try NameTaken.naming(place) { () throws(PostgresError) in
            try PlaceStore.add(
                place: place,
                site: top,
                in: parent,
                locked: locked ?? false,
                in: db
            )
        }
        return Outcome(place: place)
    }

    private func top(in db: isolated Connection, _ speaker: Speaker) throws(Failure) -> Int32 {
        guard let site else { return try SiteReference.only(in: db, speaker) }
        return try SiteReference(site).resolve(in: db, speaker)
    }
}

/// Adds a lot: what machines are sorted or travel in.
public struct AddLot: Command {
    public static let name = "add-lot"
    public static let summary = Phrase(fr: "ajoute un lot", en: "adds a lot")
    public static let permission = Permission(.intake, .technician)

    public let lot: String
    /// What the lot is for, such as `pallet`; `workshop` when nothing is said.
    public let kind: String?

    public init(lot: String, kind: String? = nil) {
        self.lot = lot
        self.kind = kind
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let lot: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try NameTaken.naming(lot) { () throws(PostgresError) in
            try PlaceStore.add(
                lot: lot,
                kind: kind ?? "workshop",
                for: circumstances.speaker,
                in: db
            )
        }
        return Outcome(lot: lot)
    }
}

/// Says which name was taken already.
enum NameTaken {
    static func naming(
        _ name: String,
        _ body: () throws(PostgresError) -> Void
    ) throws(Failure) {
        do throws(Failure) {
            try Failure.running(body)
        } catch .refused(let refusal) where refusal.code == .nameTaken {
            throw .refused(Refusal(.nameTaken, ["name": .text(name)]))
        }
    }
}
