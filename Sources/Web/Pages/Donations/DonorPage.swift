import Application
import Domain

/// Donors: found by any word, and each with what was given and what is owed in papers.
enum DonorPage {
    static let routes: [Route] = list.routes + page.routes

    static let list = ActingPage(
        "/donors",
        commands: ["add-donor"],
        next: { _, outcome, visit in
            .page(visit.done("add-donor", at: "/donors/\(outcome["donor"].text)"))
        },
        show: { (visit) throws(Failure) in try await search(visit) }
    )

    static let page = ActingPage(
        "/donors/:thing",
        commands: [
            "add-donor-contact", "end-donor-contact", "record-donor-consent", "make-donor-link",
            "revoke-donor-links",
        ],
        next: { command, _, _ in command == "make-donor-link" ? .shown : .here },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct List {
        let text: String
        let donors: [Any]
        let mayAdd: Bool
        let kinds: [Choice]
        let next: String?
    }

    private static func search(_ visit: Visit) async throws(Failure) -> Reply {
        let text = visit.query["text"] ?? ""
        var asked: [String: JSONValue] = ["limit": 100]
        if text.isEmpty {
            if let after = visit.query.number("after") { asked["after"] = .number(after) }
        } else {
            asked["text"] = .text(text)
        }
        let found = try await visit.answer(text.isEmpty ? "list-donors" : "find-donor", asked)
            .elements
        let content = List(
            text: text,
            donors: found.map { visit.content($0) },
            mayAdd: visit.may("add-donor"),
            kinds: visit.choices(DonorKind.self, named: "kind", else: .company),
            next: text.isEmpty && found.count == 100 ? found.last?["donor"].text : nil
        )
        return visit.site.page("donors", title: visit.text("donor.list"), content, visit)
    }

    struct Content {
        let of: Any
        let donations: [Any]
        let documents: [Any]
        let mayChange: Bool
        let mayAnnounce: Bool
        let links: [Any]
        let hasOpenLink: Bool
        let mayLink: Bool
        /// The address of the donor's own page, told once; nil when none was made just now.
        let secret: String?
        let secretUntil: String
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        guard let number = Int64(visit.parameter("thing")) else {
            throw .refused(Refusal(.unknownDonor, ["donor": .text(visit.parameter("thing"))]))
        }
        let asked: [String: JSONValue] = ["donor": .number(number)]
        let found = try await visit.answer("show-donor", asked)
        let donations = try await visit.answerIfAllowed("list-donations", asked)
        let documents = try await visit.answerIfAllowed("list-documents", asked)
        let links = try await visit.answerIfAllowed("list-donor-links", asked)?.elements ?? []
        let secret = visit.outcome["secret"]
        let content = Content(
            of: visit.content(found),
            donations: (donations?.elements ?? []).reversed().map { visit.content($0) },
            documents: (documents?.elements ?? []).map { visit.content($0) },
            mayChange: visit.may("add-donor-contact"),
            mayAnnounce: visit.may("announce-donation"),
            links: links.map { visit.content($0) },
            hasOpenLink: links.contains { $0["open"] == true },
            mayLink: visit.may("make-donor-link"),
            secret: secret == .null
                ? nil : visit.site.settings.publicAddress + "/gifts/" + secret.text,
            secretUntil: SpokenDate.spoken(visit.outcome["last_day"].text, in: visit.language) ?? ""
        )
        return visit.site.page("donor", title: found["donor.name"].text, content, visit)
    }
}
