import Domain
import Importing

/// What a row says of a place.
struct ListedPlace {
    /// The site or place in which it is, by name or way.
    struct Around {
        let text: String
        /// The field where a person will look when it is not known.
        let field: PlaceList.Field

        /// The last name of a way.
        var last: String { text.split(separator: "/").last.map { String($0) } ?? text }
    }

    let name: String
    /// Nil for a site.
    let around: Around?
    let locked: Bool?
    let address: [String]?

    /// Nil when the row says what is wrong with it.
    init?(_ row: inout ListRow<PlaceList.Field>) {
        locked = row.truth(.locked)
        let (street, code, town) = (row.text(.street), row.text(.postalCode), row.text(.town))
        let hasAddress = street != nil || code != nil || town != nil
        address =
            hasAddress
            ? EnvelopeAddress.lines(street: street, postalCode: code, town: town) : nil
        let way = Self.way(&row)
        guard row.errors.isEmpty, let way, let name = way.names.last else {
            if row.errors.isEmpty { row.fail(.noPlace) }
            return nil
        }
        self.name = String(name)
        around =
            way.names.count == 1
            ? nil
            : Around(text: way.names.dropLast().joined(separator: " / "), field: way.parent)
    }

    /// From the site down, and the field that says what is around the last.
    private struct Way {
        let names: [String]
        let parent: PlaceList.Field
    }

    private static func way(_ row: inout ListRow<PlaceList.Field>) -> Way? {
        if let path = row.text(.path) { return Way(names: names(path), parent: .path) }
        if let name = row.text(.name), let parent = row.text(.parent) {
            return Way(names: names(parent) + [name], parent: .parent)
        }
        var names: [String] = []
        var parent = PlaceList.Field.site
        var last = PlaceList.Field.site
        for level in PlaceList.Field.levels + [.name] {
            guard let name = row.text(level) else { continue }
            names.append(name)
            (parent, last) = (last, level)
        }
        return names.isEmpty ? nil : Way(names: names, parent: parent)
    }

    /// The names of a way, however it is set apart: "Atelier / Rayon 2", "Atelier > Rayon 2", "Atelier\Rayon 2".
    private static func names(_ path: String) -> [String] {
        path.split { "/>\\›→".contains($0) }
            .map { part in String(part.drop(while: \.isWhitespace)) }
            .map { part in String(part.reversed().drop(while: \.isWhitespace).reversed()) }
            .filter { !$0.isEmpty }
    }
}

/// How deep the places of a list lie, so that what is around each is taken before it.
struct PlaceDepths {
    private let depths: [Int]

    subscript(_ index: Int) -> Int { depths[index] }

    init(_ places: [ListedPlace?]) {
        var around: [String: String] = [:]
        for place in places.compactMap({ $0 }) {
            guard let parent = place.around else { continue }
            around[Self.key(place.name)] = Self.key(parent.last)
        }
        depths = places.map { place in
            guard let parent = place?.around else { return 0 }
            let names = parent.text.split(separator: "/").count
            var depth = names
            var next = Self.key(parent.last)
            // A circle of names ends after as many steps as there are places.
            for _ in 0..<places.count {
                guard names == 1, let further = around[next] else { break }
                depth += 1
                next = further
            }
            return depth
        }
    }

    private static func key(_ name: String) -> String { FoldedText(name).lettersAndDigits }
}

extension Problem {
    fileprivate static let noPlace = Problem.expected(
        "no_place",
        Phrase(
            fr: "un chemin, un site ou un nom avec le lieu qui le contient est attendu",
            en: "a path, a site, or a name with the place around it is expected"
        )
    )
}
