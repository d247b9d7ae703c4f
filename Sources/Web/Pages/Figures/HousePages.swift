import Application
import Domain

/// The staff: who may do what, and the links by which they choose a password.
enum StaffPage {
    static let page = ActingPage(
        "/staff",
        commands: [
            "add-person", "grant-role", "end-role", "invite-person", "end-sessions",
            MailInvitation.name, RequireSecondFactor.name, RemoveSecondFactor.name,
        ],
        next: { command, _, _ in command == "invite-person" ? .shown : .here },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let people: [Any]
        let next: String?
        let roleChoices: [Choice]
        let mayChange: Bool
        /// The link for choosing a password, told once; nil when none was made just now.
        let invitation: String?
        let invited: String
        let given: Newcomer
    }

    /// Who was to be added, when it was refused.
    struct Newcomer {
        let login: String
        let name: String
        let email: String

        init(_ visit: Visit) {
            let sent = visit.query["command"] == "add-person" ? visit.query : Fields()
            login = sent["login"] ?? ""
            name = sent["name"] ?? ""
            email = sent["email"] ?? ""
        }
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        var asked: [String: JSONValue] = [:]
        if let after = visit.query["after"] { asked["after"] = .text(after) }
        let found = try await visit.answer("list-people", asked)
        let invitation = visit.outcome["invitation"]
        let content = Content(
            people: found["rows"].elements.map { visit.content($0) },
            next: found["next"] == .null ? nil : found["next"].text,
            roleChoices: visit.choices(Role.self, named: "role"),
            mayChange: visit.may("grant-role"),
            invitation: invitation == .null
                ? nil : visit.site.settings.publicAddress + "/invitation/" + invitation.text,
            invited: visit.outcome["login"].text,
            given: Newcomer(visit)
        )
        return visit.site.page("staff", title: visit.text("nav.people"), content, visit)
    }
}

/// Machines that may be one: a person decides.
enum DoubtsPage {
    static let page = ActingPage(
        "/doubts",
        commands: ["decide-doubt", "merge-device"],
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let doubts: [Any]
        let next: String?
        let mayDecide: Bool
        let mayMerge: Bool
    }

    /// So many that both sides of each can be shown.
    private static let perPage: JSONValue = 10

    /// What is known of both machines, one beside the other.
    private static func sides(of doubt: JSONValue, _ visit: Visit) async throws(Failure) -> [Any] {
        var sides: [Any] = []
        for name in ["device", "other"] where doubt[name] != .null {
            let found = try await visit.answerIfAllowed("show-device", ["device": doubt[name]])
            if let found { sides.append(visit.content(found)) }
        }
        return sides
    }

    /// What made two machines alike, such as `N° de série 5CD8420LX7`.
    private static func likeness(_ doubt: JSONValue, _ visit: Visit) -> String {
        guard case .object(let facts) = JSONValue(bytes: Array(doubt["evidence"].text.utf8)) else {
            return doubt["evidence"].text
        }
        // The make under which the other machine is known is shown with it.
        let alike = facts.filter { $0.key != "maker" }
        return alike.sorted { $0.key < $1.key }.compactMap { name, value in
            let text = value.line(in: visit.language)
            guard !text.isEmpty else { return nil }
            let key = "doubts.by_" + name
            return (visit.text(key) == key ? name : visit.text(key)) + " " + text
        }.joined(separator: ", ")
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        var asked: [String: JSONValue] = ["limit": perPage]
        if let after = visit.query.number("after") { asked["after"] = .number(after) }
        let found = try await visit.answer("list-doubts", asked)
        var doubts: [Any] = []
        for doubt in found["rows"].elements {
            var content = visit.content(doubt) as? [String: Any] ?? [:]
            content["likeness"] = likeness(doubt, visit)
            content["sides"] = try await sides(of: doubt, visit)
            doubts.append(content)
        }
        let content = Content(
            doubts: doubts,
            next: found["next"] == .null ? nil : found["next"].text,
            mayDecide: visit.may("decide-doubt"),
            mayMerge: visit.may("merge-device")
        )
        return visit.site.page("doubts", title: visit.text("nav.doubts"), content, visit)
    }
}
