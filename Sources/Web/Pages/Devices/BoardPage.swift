import Application
import Domain

/// The workshop at a glance: every state as a card, the stages in the order in which machines pass them, and what is stuck.
enum BoardPage {
    static let routes: [Route] = [
        .get("/board", .staff) { (visit) throws(Failure) in try await show(visit) }
    ]

    struct Content {
        let stages: [Stage]
        let stuck: [Any]
        let queue: [Any]
        let total: Int64
    }

    struct Stage {
        let label: String
        let cards: [Card]
    }

    struct Card {
        let state: String
        let label: String
        let devices: Int64
        let isEmpty: Bool
        /// Whole days that the oldest has stood here; nil for none.
        let age: String?
        let isOld: Bool
    }

    private static let stages = ["intake", "wiping", "refurbishing", "shop", "parts"]
    /// From which day on a machine counts as stuck.
    private static let oldAge: Int64 = 14

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let rows = try await visit.answer("board")["rows"].elements
        let stuck = try await visit.answer("stuck-devices", ["limit": 10])
        let queue = try await visit.answer("wipe-queue", ["limit": 10])
        let content = Content(
            stages: stages.map { stage in
                Stage(
                    label: Wording.label("stage", stage)?.text(in: visit.language) ?? stage,
                    cards: rows.filter { $0["stage"].text == stage }.map { card($0, visit) }
                )
            },
            stuck: stuck["rows"].elements.map { visit.content($0) },
            queue: queue["rows"].elements.map { visit.content($0) },
            total: rows.reduce(0) { sum, row in sum + count(row) }
        )
        return visit.site.page("board", title: visit.text("nav.board"), content, visit)
    }

    private static func count(_ row: JSONValue) -> Int64 {
        if case .number(let count) = row["devices"] { count } else { 0 }
    }

    private static func card(_ row: JSONValue, _ visit: Visit) -> Card {
        let days = Day(String(row["oldest"].text.prefix(10))).flatMap { since in
            visit.visitor.map { Int64($0.today.number - since.number) }
        }
        return Card(
            state: row["state"].text,
            label: row[visit.language.rawValue].text,
            devices: count(row),
            isEmpty: count(row) == 0,
            age: days.map { visit.counted("board.days", max(0, $0)) },
            isOld: (days ?? 0) >= oldAge
        )
    }
}

extension Visit {
    /// A number with its word: `key_one` for one (and in French for none), `key_many` for more.
    func counted(_ key: String, _ count: Int64) -> String {
        let isOne = count == 1 || (count == 0 && language == .fr)
        return "\(count) " + text(key + (isOne ? "_one" : "_many"))
    }
}
