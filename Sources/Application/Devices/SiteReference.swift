import Domain
import Postgres
import Store

/// A site by its name.
struct SiteReference {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    /// The site of an organisation that has one alone.
    ///
    /// - Throws: `site_missing` with the names of the sites that there are.
    static func only(in db: isolated Connection, _ speaker: Speaker) throws(Failure) -> Int32 {
        let known = try sites(in: db, speaker)
        guard known.count == 1 else {
            throw .refused(
                Refusal(
                    .siteMissing,
                    ["sites": .list(known.prefix(5).map { ($0, Phrase(fr: $0, en: $0)) })],
                    next: ["add-site"]
                )
            )
        }
        return try SiteReference(known[0]).resolve(in: db, speaker)
    }

    /// - Throws: `site_unknown` with the nearest names.
    func resolve(in db: isolated Connection, _ speaker: Speaker) throws(Failure) -> Int32 {
        let found = try Failure.running { () throws(PostgresError) in
            try PlaceStore.find(site: name, speaker, in: db)
        }
        guard let found else { throw try unknown(in: db, speaker) }
        return found
    }

    private func unknown(in db: isolated Connection, _ speaker: Speaker) throws(Failure) -> Failure
    {
        let known = try Self.sites(in: db, speaker)
        let nearest = NearestWords.to(name, among: known)
        return .refused(
            Refusal(
                .siteUnknown,
                [
                    "site": .text(name),
                    "nearest": .list(nearest.map { ($0, Phrase(fr: $0, en: $0)) }),
                ],
                next: ["add-site"]
            )
        )
    }

    private static func sites(
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) -> [String] {
        try Failure.running { () throws(PostgresError) in try PlaceStore.sites(speaker, in: db) }
    }
}
