import Application
import Domain

/// Pages of one thing each: a question, asked with the last part of the path, and the template that shows its answer.
enum ShownPages {
    struct Page {
        /// Such as `/devices/`.
        let path: String
        let question: String
        /// The question's field that the path fills.
        let field: String
        let template: String
        /// Columns of lists whose values lead here.
        let columns: Set<String>
    }

    static let all: [Page] = [
        Page(
            path: "/devices/",
            question: "show-device",
            field: "device",
            template: "device",
            columns: ["device", "label"]
        ),
        Page(
            path: "/donations/",
            question: "show-donation",
            field: "donation",
            template: "donation",
            columns: ["donation"]
        ),
        Page(
            path: "/donors/",
            question: "show-donor",
            field: "donor",
            template: "donor",
            columns: ["donor"]
        ),
        Page(
            path: "/sales/",
            question: "show-sale",
            field: "sale",
            template: "sale",
            columns: ["sale"]
        ),
        Page(
            path: "/applications/",
            question: "show-application",
            field: "application",
            template: "application",
            columns: ["application"]
        ),
        Page(
            path: "/vouchers/",
            question: "show-voucher",
            field: "voucher",
            template: "voucher",
            columns: ["voucher"]
        ),
        Page(
            path: "/documents/",
            question: "show-document",
            field: "document",
            template: "document",
            columns: ["document"]
        ),
        Page(
            path: "/drives/",
            question: "show-drive",
            field: "drive",
            template: "drive",
            columns: ["drive"]
        ),
    ]

    /// The path of the page of what a column of this name holds.
    static func page(of column: String) -> String? {
        all.first { $0.columns.contains(column) }?.path
    }

    /// Nothing is done on the page of a drive; the others have forms, and routes of their own.
    static let routes: [Route] =
        all.filter { $0.template == "drive" }.map { page in
            .get("\(page.path):thing", .staff) { (visit) throws(Failure) in
                try await show(page, visit)
            }
        }

    private static func show(_ page: Page, _ visit: Visit) async throws(Failure) -> Reply {
        let entry = try Catalogue.question(named: page.question)
        let given = GivenFields([page.field: [visit.parameter("thing")]])
        let json = try given.json(named: entry.fields, visit)
        return try await show(
            page.question,
            String(decoding: json, as: UTF8.self),
            template: page.template,
            title: visit.parameter("thing"),
            visit
        )
    }

    private struct Thing {
        let of: Any
        let facts: [AnswerFacts.Fact]
        let path: String
    }

    private static func show(
        _ question: String,
        _ json: String,
        template: String,
        title: String,
        _ visit: Visit
    ) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        let entry = try Catalogue.question(named: question)
        let bytes = try await visit.site.house.ask(
            named: question,
            Array(json.utf8),
            as: visitor.speaker,
            opening: visitor.opening
        )
        let reading = AnswerReading(
            bytes: bytes,
            columns: entry.columns,
            language: visit.language,
            words: visit.site.words
        )
        return visit.site.page(
            template,
            title: title,
            Thing(
                of: reading.value.content(visit.language, visit.site.words),
                facts: AnswerFacts(reading).named(visit),
                path: visit.path
            ),
            visit
        )
    }
}
