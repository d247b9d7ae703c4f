import Application
import Domain

/// One box that takes whatever is scanned or typed: a label, a serial number, a voucher, a document's number, a model.
enum BenchPage {
    static let routes: [Route] = [
        .get("/bench", .staff) { (visit) throws(Failure) in
            guard let text = visit.query["q"] else {
                return visit.site.page("bench", title: visit.text("nav.bench"), Content(), visit)
            }
            return .see(try await place(of: text, visit))
        }
    ]

    private struct Content {}

    /// Where what was scanned has its page; the list of machines, searched for the text, when nothing has just this name.
    private static func place(of text: String, _ visit: Visit) async throws(Failure) -> String {
        for page in ShownPages.all where try await exists(text, page, visit) {
            return page.path + text.addingPercentEncoding
        }
        return "/list/list-devices?text=\(text.addingPercentEncoding)"
    }

    private static func exists(
        _ text: String,
        _ page: ShownPages.Page,
        _ visit: Visit
    ) async throws(Failure) -> Bool {
        guard let visitor = visit.visitor,
            ["device", "voucher", "document", "drive"].contains(page.field),
            let entry = Catalogue.questions.first(where: { $0.name == page.question }),
            visitor.may(entry.permission)
        else { return false }
        do throws(Failure) {
            let json = try GivenFields([page.field: [text]]).json(named: entry.fields, visit)
            _ = try await visit.site.house.ask(named: page.question, json, as: visitor.speaker)
            return true
        } catch {
            switch error {
            case .refused, .unreadable: return false
            case .file, .forbidden, .unauthenticated, .database: throw error
            }
        }
    }
}
