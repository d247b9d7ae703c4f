import Application
import Domain

/// What stands on the shelf, how long machines wait, and how many pass each day: as bars, and as the tables behind them.
enum FiguresPage {
    static let routes: [Route] = [
        .get("/figures", .staff) { (visit) throws(Failure) in try await show(visit) }
    ]

    struct Content {
        let stock: [Any]
        let ageing: [Any]
        let days: [Bar]
        let most: Int64
        let from: String
        let to: String
    }

    /// How many steps were taken on a day.
    struct Bar {
        let label: String
        let count: Int64
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        var span: [String: JSONValue] = [:]
        for name in ["from", "to"] {
            if let day = visit.query[name] { span[name] = .text(day) }
        }
        let stock = try await visit.answer("stock")["rows"].elements
        let ageing = try await visit.answer("ageing")["rows"].elements
        let flow = try await visit.answer("flow", span)["rows"].elements
        let days = bars(flow, visit)
        let content = Content(
            stock: stock.map { visit.content($0) },
            ageing: ageing.map { visit.content($0) },
            days: days,
            most: max(1, days.map(\.count).max() ?? 1),
            from: visit.query["from"] ?? "",
            to: visit.query["to"] ?? ""
        )
        return visit.site.page("figures", title: visit.text("nav.figures"), content, visit)
    }

    private static func bars(_ flow: [JSONValue], _ visit: Visit) -> [Bar] {
        var counts: [String: Int64] = [:]
        for line in flow {
            guard case .number(let count) = line["devices"] else { continue }
            counts[line["day"].text, default: 0] += count
        }
        return counts.sorted { $0.key < $1.key }.map { day, count in
            Bar(label: SpokenDate.spoken(day, in: visit.language) ?? day, count: count)
        }
    }
}

/// The price grid in force, as everybody of the house may see it.
enum PricesPage {
    static let routes: [Route] = [
        .get("/prices", .staff) { (visit) throws(Failure) in try await show(visit) }
    ]

    struct Content {
        let of: Any
        let ifMatch: String?
        let brackets: [Int]
        let rows: [Row]
        let mayPublish: Bool
        let day: String
    }

    struct Row {
        let kind: String
        let grade: String
        let prices: [String]
        let cap: String?
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        var asked: [String: JSONValue] = [:]
        if let day = visit.query["day"] { asked["day"] = .text(day) }
        let ifMatch = try await visit.version(of: .priceGrid)
        let grid = try await visit.answer("show-grid", asked)
        let rows = grid["rows"].elements.map { row in
            Row(
                kind: Wording.label("kind", row["kind"].text)?.text(in: visit.language) ?? "",
                grade: row["grade"].text,
                prices: row["cents"].elements.map { said($0, visit) },
                cap: row["cap_cents"] == .null ? nil : said(row["cap_cents"], visit)
            )
        }
        let content = Content(
            of: visit.content(grid),
            ifMatch: ifMatch,
            brackets: Array(1...max(1, rows.map(\.prices.count).max() ?? 1)),
            rows: rows,
            mayPublish: visit.may("publish-price-grid"),
            day: visit.query["day"] ?? ""
        )
        return visit.site.page("prices", title: visit.text("nav.prices"), content, visit)
    }

    private static func said(_ value: JSONValue, _ visit: Visit) -> String {
        guard case .number(let cents) = value else { return "" }
        return Money(cents: cents).formatted(in: visit.language)
    }
}
