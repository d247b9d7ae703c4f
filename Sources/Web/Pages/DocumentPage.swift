import Application
import Domain

/// A document: genuine or not, what it is about, its PDF.
enum DocumentPage {
    static let page = ActingPage(
        "/documents/:thing",
        commands: ["cancel-document", "replace-document", "reprint-document"],
        next: { command, outcome, visit in
            command == "replace-document"
                ? .page("/documents/\(outcome["document"].text.addingPercentEncoding)") : .here
        },
        show: { (visit) throws(Failure) in try await show(visit) }
    )

    struct Content {
        let of: Any
        let isStanding: Bool
        let mayCancel: Bool
        let mayReprint: Bool
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let number = visit.parameter("thing")
        let found = try await visit.answer("show-document", ["document": .text(number)])["document"]
        let isStanding = found["cancelled"] != true
        let content = Content(
            of: visit.content(found),
            isStanding: isStanding,
            mayCancel: isStanding && visit.may("cancel-document"),
            mayReprint: isStanding && visit.may("reprint-document")
        )
        return visit.site.page("document", title: number, content, visit)
    }
}
