public import Domain
public import Importing
public import Postgres
import Store

/// A list of sites, rooms, racks and shelves: a way for each, a column for each level, or a name with the place around it.
///
/// Nothing around a place is made by its way: each site and room has a row of its own, or is there already.
public struct PlaceList: ListKind {
    public enum Field: String, ListField {
        case path, site, building, room, rack, shelf, name, parent, locked, street, town
        case postalCode = "postal_code"

        static let levels: [Field] = [.site, .building, .room, .rack, .shelf]
    }

    public static let form = ListForm<Field>(
        .places,
        demands: [[.path], [.site], [.name, .parent]]
    )
    public static let whyNotUndone = Phrase(
        fr:
            "des appareils ont pu y être rangés, et leur historique nomme ces lieux ; laisser vides ceux qui sont faux",
        en:
            "machines may have been put there, and their history names these places; leave those that are wrong empty"
    )

    public static let summary = Phrase(
        fr: "importe une liste de lieux",
        en: "imports a list of places"
    )
    public static let command: any Command.Type = AddSite.self

    public static func opened(
        _ options: ListOptions,
        _ circumstances: Circumstances
    ) throws(Failure) -> PlaceList {
        PlaceList()
    }

    /// Sites first, then what is in them, in the order of the list.
    public static func units(of rows: [ListRow<Field>]) -> [[ListRow<Field>]] {
        let ways = rows.map { row in
            var reading = row
            return ListedPlace(&reading)
        }
        let depths = PlaceDepths(ways)
        return rows.indices
            .sorted { (depths[$0], $0) < (depths[$1], $1) }
            .map { [rows[$0]] }
    }

    public func take(
        _ rows: inout [ListRow<Field>],
        after met: Set<Never>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowFate<Never>? {
        guard let said = ListedPlace(&rows[0]) else { return nil }
        guard let around = said.around else {
            return RowFate(try takeSite(said, in: db, circumstances))
        }
        return try take(said, around, &rows[0], in: db, circumstances).map { RowFate($0) }
    }

    private func takeSite(
        _ said: ListedPlace,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowVerdict {
        let known = try Failure.running { () throws(PostgresError) in
            try PlaceStore.find(site: said.name, circumstances.speaker, in: db)
        }
        guard known == nil else { return .same }
        _ = try circumstances.perform(AddSite(site: said.name, address: said.address), in: db)
        return .create
    }

    private func take(
        _ said: ListedPlace,
        _ around: ListedPlace.Around,
        _ row: inout ListRow<Field>,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RowVerdict? {
        let speaker = circumstances.speaker
        let home = try home(around, &row, in: db, speaker)
        guard let home else { return nil }
        let way = home.way + " / " + said.name
        let known = try Failure.running { () throws(PostgresError) in
            try PlaceStore.find(place: way, speaker, in: db)
        }
        if let there = known.first(where: { FoldedText($0.path) == FoldedText(way) }) {
            guard let locked = said.locked, locked != there.isLocked else { return .same }
            row.fail(.locked, .lockStays)
            return nil
        }
        let adding = AddPlace(
            place: said.name,
            site: home.isSite ? home.way : nil,
            within: home.isSite ? nil : home.way,
            locked: said.locked
        )
        _ = try circumstances.perform(adding, in: db)
        return .create
    }

    /// Where a place is put: a site, or the way of another place.
    private struct Home {
        let way: String
        let isSite: Bool
    }

    private func home(
        _ around: ListedPlace.Around,
        _ row: inout ListRow<Field>,
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) -> Home? {
        let (sites, places) = try Failure.running { () throws(PostgresError) in
            (
                try PlaceStore.sites(speaker, in: db),
                try PlaceStore.find(place: around.text, speaker, in: db)
            )
        }
        if let site = sites.first(where: { FoldedText($0) == FoldedText(around.text) }) {
            return Home(way: site, isSite: true)
        }
        if places.count == 1 { return Home(way: places[0].path, isSite: false) }
        let near = try Failure.running { () throws(PostgresError) in
            try places.isEmpty
                ? PlaceStore.nearest(place: around.last, speaker, in: db) : places.map(\.path)
        }
        let nearest = NearestWords.to(around.text, among: sites + near)
        row.fail(around.field, .unknownParent(around.text, nearest: nearest))
        return nil
    }
}

extension Problem {
    fileprivate static func unknownParent(_ text: String, nearest: [String]) -> Problem {
        guard !nearest.isEmpty else {
            return .expected(
                "unknown_parent",
                Phrase(
                    fr: "« \(text) » n'existe pas encore ; lui donner une ligne à lui",
                    en: "\"\(text)\" does not exist yet; give it a row of its own"
                )
            )
        }
        let words = nearest.joined(separator: ", ")
        return .expected(
            "unknown_parent",
            Phrase(
                fr: "« \(text) » n'existe pas ; les plus proches : \(words)",
                en: "\"\(text)\" does not exist; the nearest are: \(words)"
            )
        )
    }

    fileprivate static let lockStays = Problem.expected(
        "lock_stays",
        Phrase(
            fr: "une liste ne change pas ce qui est verrouillé",
            en: "a list does not change what is locked"
        )
    )
}
