import Domain
import Postgres
import Store

/// A site by its name.
struct SiteReference {
    let name: String

    init(_ name: String) {
        self.name = name
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
        let known = try Failure.running { () throws(PostgresError) in
            try PlaceStore.sites(speaker, in: db)
        }
        let nearest = NearestWords.to(name, among: known)
        return .refused(
            Refusal(
                .siteUnknown,
                [
                    "site": .text(name.isEmpty ? "–" : name),
                    "nearest": .list(nearest.map { ($0, Phrase(fr: $0, en: $0)) }),
                ],
                next: ["add-site"]
            )
        )
    }
}
