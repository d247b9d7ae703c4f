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
        let mayRead: Bool
    }

    private static func show(_ visit: Visit) async throws(Failure) -> Reply {
        let number = visit.parameter("thing")
        let isOfSocialDesk = DocumentType(ofNumber: number)?.isOfSocialDesk == true
        let isReader = !isOfSocialDesk || visit.may("show-social-paper")
        let question = isOfSocialDesk && isReader ? "show-social-paper" : "show-document"
        let found = try await visit.answer(question, ["document": .text(number)])["document"]
        let isStanding = found["cancelled"] != true
        let isServed = isStanding && visit.site.offer.sides.contains(.main)
        let content = Content(
            of: visit.content(found),
            isStanding: isStanding,
            mayCancel: isServed && visit.may("cancel-document"),
            mayReprint: isServed && !isOfSocialDesk && visit.may("reprint-document"),
            mayRead: isReader
        )
        return visit.site.page("document", title: number, content, visit)
    }
}
