import Application
import Domain

/// Donors: found by any word, and each with what was given and what is owed in papers.
enum DonorPage {
    static let routes: [Route] = list.routes + page.routes

    static let list = ActingPage(
        "/donors",
        commands: ["add-donor"],
        next: { _, outcome, visit in
            .page(visit.done("add-donor", outcome, at: "/donors/\(outcome["donor"].text)"))
        },
        show: { (visit) throws(Failure) in try await search(visit) }
    )

    static let page = ActingPage(
        "/donors/:thing",
        commands: [
            "change-donor", "add-donor-contact", "end-donor-contact", "record-donor-consent",
            "make-donor-link",
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
        /// What the form for a new one holds: what was typed when it was refused.
        let given: Card
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
            donors: found.map { donor in
                var content = visit.content(donor) as? [String: Any] ?? [:]
                content["isOne"] = donor["donations"] == 1
                return content
            },
            mayAdd: visit.may("add-donor"),
            kinds: visit.choices(DonorKind.self, named: "kind", else: .company),
            given: Card(sent: visit.query),
            next: text.isEmpty && found.count == 100
                ? found.last.map { "/donors?after=" + $0["donor"].text } : nil
        )
        return visit.site.page("donors", title: visit.text("donor.list"), content, visit)
    }

    struct Content {
        let of: Any
        let ifMatch: String?
        let card: Card
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

    /// What the form for corrections holds: what is written, or what was typed when it was refused.
    struct Card {
        let name: String
        let legalForm: String
        let siren: String
        let siret: String
        let street: String
        let postalCode: String
        let town: String
        let email: String
        let phone: String
        let isOpen: Bool
        /// The whole address in one line, with its country.
        let place: String

        /// Of a donor who is not known yet.
        init(sent query: Fields) {
            name = query["name"] ?? ""
            legalForm = query["legal_form"] ?? ""
            siren = query["siren"] ?? ""
            siret = query["siret"] ?? ""
            street = query["street"] ?? ""
            postalCode = query["postal_code"] ?? ""
            town = query["town"] ?? ""
            email = query["email"] ?? ""
            phone = query["phone"] ?? ""
            isOpen = false
            place = ""
        }

        init(_ donor: JSONValue, _ visit: Visit) {
            let wasSent = visit.query["command"] == "change-donor"
            func text(_ field: String, _ written: String) -> String {
                (wasSent ? visit.query[field] : nil) ?? written
            }
            let lines = donor["address"].elements.map(\.text)
            let address = EnvelopeAddress.parts(lines)
            name = text("name", donor["name"].text)
            legalForm = text("legal_form", donor["legal_form"].text)
            siren = text("siren", donor["siren"].text)
            siret = text("siret", donor["siret"].text)
            street = text("street", address.streets.joined(separator: ", "))
            postalCode = text("postal_code", address.postalCode)
            town = text("town", address.town)
            email = text("email", donor["email"].text)
            phone = text("phone", donor["phone"].text)
            isOpen = wasSent
            place = (lines + [donor["country"].text]).filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        guard let number = Int64(visit.parameter("thing")) else {
            throw .refused(Refusal(.unknownDonor, ["donor": .text(visit.parameter("thing"))]))
        }
        let asked: [String: JSONValue] = ["donor": .number(number)]
        let ifMatch = try await visit.version(of: .donor, "\(number)")
        let found = try await visit.answer("show-donor", asked)
        let donations = try await visit.answerIfAllowed(
            "list-donations",
            asked.merging(["limit": 1000, "newest_first": true]) { $1 }
        )
        let documents = try await visit.answerIfAllowed("list-documents", asked)
        let links = try await visit.answerIfAllowed("list-donor-links", asked)?.elements ?? []
        let secret = visit.outcome["secret"]
        let content = Content(
            of: visit.content(found),
            ifMatch: ifMatch,
            card: Card(found["donor"], visit),
            donations: (donations?.elements ?? []).map { visit.content($0) },
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
