import Application
import Domain

/// What the house knows that people usually write into a box: names beside the numbers and words that commands take.
enum FormLists {
    struct List {
        /// The id that boxes name.
        let id: String
        let entries: [Entry]
    }

    struct Entry {
        let word: String
        /// Empty where the word says it all.
        let label: String
    }

    /// How many are offered; beyond that people find the page of the thing and go on from there.
    private static let most: JSONValue = 200

    private static let sources = [
        Source(name: "login", question: "list-people", word: "login", label: "name"),
        Source(name: "donor", question: "list-donors", word: "donor", label: "name"),
        Source(name: "donation", question: "list-donations", word: "donation", label: "donor_name"),
        Source(name: "place", question: "list-places", word: "path", label: "site"),
        Source(name: "batch", question: "list-imports", word: "batch", label: "file"),
    ]

    private struct Source {
        let name: String
        let question: String
        /// Members of a row.
        let word: String
        let label: String
    }

    /// The list of a field; nil where nothing is known.
    static func name(for field: String, isNumber: Bool) -> String? {
        switch field {
        case "into": isNumber ? "donor" : nil
        case "within": "place"
        default: sources.contains { $0.name == field } ? field : nil
        }
    }

    /// The lists that these boxes name, as far as the visitor may read them.
    static func lists(for boxes: [FormBox], _ visit: Visit) async throws(Failure) -> [List] {
        let named = Set(boxes.compactMap(\.list))
        var lists: [List] = []
        for source in sources where named.contains("known-" + source.name) {
            let asks = Catalogue.questions.first { $0.name == source.question }
            let isPaged = asks?.fields.contains { $0.name == "limit" } == true
            let found = try await visit.answerIfAllowed(
                source.question,
                isPaged ? ["limit": most] : [:]
            )
            let rows = found?["rows"].elements ?? []
            let entries = (rows.isEmpty ? found?.elements ?? [] : rows).map {
                Entry(
                    word: $0[source.word].line(in: visit.language),
                    label: label($0[source.label], source, visit)
                )
            }
            lists.append(List(id: "known-" + source.name, entries: entries))
        }
        return lists
    }

    private static func label(_ value: JSONValue, _ source: Source, _ visit: Visit) -> String {
        if case .text(let word) = value, let label = Wording.label(source.label, word) {
            return label.text(in: visit.language)
        }
        return value.line(in: visit.language)
    }
}
