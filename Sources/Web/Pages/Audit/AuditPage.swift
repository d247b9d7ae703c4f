import Application
import Domain
import HTTPTypes

/// The auditor's page: whether history is whole, the anchors that left, what happened, who read incomes, which keys ended.
enum AuditPage {
    /// Nobody else: whoever works in the house does not look over everybody's shoulder.
    static let permission = Permission(.auditor)

    static let routes: [Route] = [
        .get("/audit", .holders(permission)) { (visit) throws(Failure) in
            try await show(visit, nil)
        },
        .post("/audit", .holders(permission)) { (visit) throws(Failure) in
            try await show(visit, try await verify(visit))
        },
        .get("/audit/anchors", .holders(permission)) { (visit) throws(Failure) in
            let lines = try await anchors(visit).map { $0 + "\n" }.joined()
            return .file(Array(lines.utf8), type: "application/jsonl", name: "anchors.jsonl")
        },
    ]

    struct Content {
        let verdict: Verdict?
        let mayVerify: Bool
        let anchors: [Line]
        let events: [Line]
        let filter: Filter
        let next: String?
        let reads: [Line]
        let readsNext: String?
        let tokens: [Line]
        let tokensNext: String?
    }

    struct Verdict {
        let isWhole: Bool
        let sentence: String
        let findings: [Line]
    }

    /// One row of any of the tables, as its cells.
    struct Line {
        let cells: [String]
    }

    struct Filter {
        let device: String
        let login: String
        let from: String
        let to: String
    }

    private static func verify(_ visit: Visit) async throws(Failure) -> Verdict? {
        guard let visitor = visit.visitor, let audit = visit.site.audit else { return nil }
        let found = AuditSummary(try await visit.site.house.perform(audit, as: visitor.speaker))
        let counts =
            "\(found.checks) \(visit.text("audit.checks")), \(found.events) \(visit.text("audit.events_counted"))"
        let isWhole = found.isClean
        return Verdict(
            isWhole: isWhole,
            sentence: visit.text(isWhole ? "audit.whole" : "audit.broken") + " (\(counts))",
            findings: found.lines.prefix(200).map { Line(cells: [$0]) }
        )
    }

    private static func show(_ visit: Visit, _ verdict: Verdict?) async throws(Failure) -> Reply {
        let events = try await visit.ask(try question(visit))
        let anchors = try await anchors(visit).map { JSONValue(bytes: Array($0.utf8)) }
        let reads = try await visit.ask(
            ListIncomeReads(after: visit.query.number("reads_after"))
        )
        let tokens = try await visit.ask(ListTokens(after: visit.query.number("tokens_after")))
        func said(_ instant: String) -> String {
            SpokenDate.spoken(instant, in: visit.language) ?? instant
        }
        let content = Content(
            verdict: verdict,
            mayVerify: visit.site.audit != nil,
            anchors: anchors.suffix(20).reversed().map { anchor in
                Line(cells: [
                    anchor["nth"].text, said(anchor["at"].text), anchor["chains"].text,
                    anchor["events"].text, anchor["hash"].text,
                ])
            },
            events: events.rows.map { event in
                Line(cells: [
                    said(String(event.at.prefix(19)) + "Z"), name(event, visit),
                    EventWords.subject(event.subject, event.number).text(in: visit.language),
                    "\(event.nth)", event.by ?? "\(event.person)",
                ])
            },
            filter: Filter(
                device: visit.query["device"] ?? "",
                login: visit.query["login"] ?? "",
                from: visit.query["from"] ?? "",
                to: visit.query["to"] ?? ""
            ),
            next: events.next.map { visit.here(with: "after", $0) },
            reads: reads.rows.map {
                Line(cells: [
                    said($0.at), $0.login, "\($0.file)", $0.reason,
                    visit.text($0.granted ? "yes" : "no"),
                ])
            },
            readsNext: reads.next.map { visit.here(with: "reads_after", "\($0)") },
            tokens: tokens.rows.map { key in
                Line(cells: [
                    "\(key.token)", key.login, key.purpose, said(key.until),
                    key.endedAt.map { said($0) } ?? visit.text("audit.serves"),
                ])
            },
            tokensNext: tokens.next.map { visit.here(with: "tokens_after", "\($0)") }
        )
        return visit.site.page("audit", title: visit.text("nav.audit"), content, visit)
    }

    private static func name(_ event: ListEvents.Line, _ visit: Visit) -> String {
        EventWords.phrase(event.name, on: visit.site.house.map)?.text(in: visit.language)
            ?? event.name
    }

    private static func question(_ visit: Visit) throws(Failure) -> ListEvents {
        var question = ListEvents(after: visit.query["after"], newestFirst: true, limit: 50)
        if let text = visit.query["device"] {
            do throws(Unreadable) {
                question.number = try LabelCode(reading: text, as: .device).deviceNumber
                question.subject = "device"
            } catch {
                throw .unreadable(error)
            }
        }
        question.login = visit.query["login"]
        question.from = try day("from", visit)
        question.to = try day("to", visit)
        return question
    }

    private static func day(_ name: String, _ visit: Visit) throws(Failure) -> Day? {
        guard let text = visit.query[name] else { return nil }
        guard let day = Day(text) else {
            throw .unreadable(
                Unreadable(
                    text,
                    expected: Phrase(fr: "un jour comme 2026-11-23", en: "a day such as 2026-11-23")
                )
            )
        }
        return day
    }

    /// One JSON object a line: what an auditor keeps elsewhere.
    private static func anchors(_ visit: Visit) async throws(Failure) -> [String] {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        return try await visit.site.house.anchorLines(as: visitor.speaker)
    }
}
