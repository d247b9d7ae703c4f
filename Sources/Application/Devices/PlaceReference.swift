import Domain
import Postgres
import Store

/// A place as a person names it: its name, or the way to it where the name is there twice.
struct PlaceReference {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// - Throws: `place_unknown` with the nearest ways, or with all that the name could mean.
    func resolve(
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) -> PlaceStore.Place {
        let found = try Failure.running { () throws(PostgresError) in
            try PlaceStore.find(place: text, speaker, in: db)
        }
        if let only = found.first, found.count == 1 { return only }
        throw try unknown(meaning: found, in: db, speaker)
    }

    /// Why no place is meant: the name could mean several, or none, as where the place was retired meanwhile.
    func unknown(
        meaning found: [PlaceStore.Place] = [],
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) -> Failure {
        let nearest =
            found.isEmpty
            ? try Failure.running { () throws(PostgresError) in
                try PlaceStore.nearest(place: text, speaker, in: db)
            } : found.map(\.path)
        return .refused(
            Refusal(
                .placeUnknown,
                [
                    "place": .text(text),
                    "nearest": .list(nearest.map { ($0, Phrase(fr: $0, en: $0)) }),
                ],
                next: ["add-place"]
            )
        )
    }
}
