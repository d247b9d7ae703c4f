import Domain
import Postgres
import Store

/// A lot by its name.
struct LotReference {
    let name: String

    init(_ name: String) {
        self.name = name
    }

    /// - Throws: `lot_unknown` with the nearest names.
    func resolve(in db: isolated Connection, _ speaker: Speaker) throws(Failure) -> Int64 {
        let found = try Failure.running { () throws(PostgresError) in
            try PlaceStore.find(lot: name, speaker, in: db)
        }
        if let found { return found }
        let nearest = try Failure.running { () throws(PostgresError) in
            try PlaceStore.nearest(lot: name, speaker, in: db)
        }
        throw .refused(
            Refusal(
                .lotUnknown,
                [
                    "lot": .text(name),
                    "nearest": .list(nearest.map { ($0, Phrase(fr: $0, en: $0)) }),
                ],
                next: ["add-lot"]
            )
        )
    }
}
