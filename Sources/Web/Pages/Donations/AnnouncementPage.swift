import Application
import Domain

/// A gift that a stranger announced: looked at, its list too, and accepted or refused.
enum AnnouncementPage {
    static let routes: [Route] =
        [
            .get(
                "/announcements/:thing/list",
                .holders(ShowAnnouncement.permission)
            ) { (visit) throws(Failure) in
                let list = try await list(visit)
                let name = list.name.filter { $0.isASCII && $0 != "\"" && $0 != "\\" }
                return .file(list.bytes, type: "application/octet-stream", name: name)
            }
        ] + page.routes

    static let page = ActingPage(
        "/announcements/:thing",
        .holders(ShowAnnouncement.permission),
        commands: ["accept-announcement", "refuse-announcement"],
        next: { command, outcome, visit in
            command == "accept-announcement"
                ? .page(visit.done(command, outcome, at: "/donations/\(outcome["donation"].text)"))
                : .page(visit.done(command, outcome, at: "/donations"))
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let of: Any
        let number: Int64
        let lines: [Any]
        let isWaiting: Bool
        let donors: [Any]
        let preview: Preview?
        /// Why the list cannot be read; nil when it can, or there is none.
        let unreadable: String?
    }

    struct Preview {
        let rows: [Row]
    }

    struct Row {
        let cells: [String]
    }

    private static func number(_ visit: Visit) throws(Failure) -> Int64 {
        guard let number = Int64(visit.parameter("thing")) else {
            throw .refused(
                Refusal(.unknownAnnouncement, ["announcement": .text(visit.parameter("thing"))])
            )
        }
        return number
    }

    private static func list(_ visit: Visit) async throws(Failure) -> AnnouncedGift.List {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        return try await visit.site.house.announcedList(
            of: try number(visit),
            as: visitor.speaker
        )
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let number = try number(visit)
        let found = try await visit.answer("show-announcement", ["announcement": .number(number)])
        let gift = found["announcement"]
        var (preview, unreadable): (Preview?, String?) = (nil, nil)
        if gift["file_name"] != .null {
            let list = try await list(visit)
            do throws(Failure) {
                let records = try visit.site.house.preview(of: list)
                preview = Preview(rows: records.map { Row(cells: $0) })
            } catch {
                unreadable = error.sentence(in: visit.language)
            }
        }
        let likely = try await likelyDonors(gift, visit)
        let content = Content(
            of: visit.content(gift),
            number: number,
            lines: found["lines"].elements.map { visit.content($0) },
            isWaiting: gift["outcome"] == .null,
            donors: likely.map { visit.content($0) },
            preview: preview,
            unreadable: unreadable
        )
        return visit.site.page(
            "announcement",
            title: visit.text("announced.title") + " \(number)",
            content,
            visit
        )
    }

    /// Donors of a like name or the same address of mail.
    private static func likelyDonors(
        _ gift: JSONValue,
        _ visit: Visit
    ) async throws(Failure) -> [JSONValue] {
        var found: [JSONValue] = []
        for word in [gift["email"], gift["name"]] where word != .null {
            let more = try await visit.answerIfAllowed(
                "find-donor",
                ["text": .text(word.text), "limit": 5]
            )
            found += (more?.elements ?? []).filter { new in
                !found.contains { $0["donor"] == new["donor"] }
            }
        }
        return found
    }
}
