import Application
import Domain
import HTTPTypes
import Synchronization

/// A donor's list of machines: looked at first, row by row, and imported when it is right.
///
/// A list may be pasted from a spreadsheet or sent as a file. Nothing is kept between the look and the import: the form sends
/// the list again.
enum ImportPage {
    static let routes: [Route] = [
        .get("/donations/:thing/import", .holders(DeviceImport.permission)) {
            (visit) throws(Failure) in page(visit, nil, nil)
        },
        .post("/donations/:thing/files", .holders(DeviceImport.permission)) {
            (visit) throws(Failure) in try await run(visit)
        },
    ]

    struct Content {
        let donation: String
        let list: String
        let kinds: [Choice]
        let announced: Bool
        let keepsGoing: Bool
        let result: Result?
    }

    struct Result {
        let headline: String
        let summary: String
        let isDone: Bool
        /// The number under which it can be undone; nil when nothing was kept.
        let batch: String?
        let isRefused: Bool
        let mayImport: Bool
        let columns: [Any]
        let errors: [Row]
        let hasErrors: Bool
    }

    struct Row {
        let line: String
        let heading: String
        let value: String
        let sentence: String
    }

    /// The list and the choices, however they were sent.
    struct Sent {
        let fields: [String: String]
        let bytes: [UInt8]
        let name: String

        init?(_ visit: Visit) {
            let type = visit.headers[.contentType] ?? ""
            guard type.hasPrefix("multipart/form-data") else {
                fields = visit.form.filled.compactMapValues(\.last)
                bytes = Array((fields["list"] ?? "").utf8)
                name = "pasted.tsv"
                return
            }
            guard let parts = Multipart(visit.body, type: type) else { return nil }
            fields = parts.fields
            let file = parts.files["file"].flatMap { $0.bytes.isEmpty ? nil : $0 }
            bytes = file?.bytes ?? Array((parts.fields["list"] ?? "").utf8)
            name = file?.name ?? "pasted.tsv"
        }
    }

    private static func run(_ visit: Visit) async throws(Failure) -> Reply {
        guard let visitor = visit.visitor else { throw .unauthenticated }
        guard let donation = Int64(visit.parameter("thing")), let sent = Sent(visit),
            !sent.bytes.isEmpty
        else {
            return page(visit, nil, nil, problem: visit.text("import.no_list"), status: .badRequest)
        }
        let wants = sent.fields["do"] ?? "look"
        let rejected = Mutex<[UInt8]>([])
        let plan = DeviceImport(
            donation: donation,
            step: sent.fields["announced"] == "true" ? "announce" : "receive",
            defaultKind: sent.fields["kind"].flatMap(DeviceType.init(rawValue:)),
            keepsGoing: sent.fields["keep_going"] == "true",
            isRehearsal: wants != "import",
            language: visit.language
        )
        do throws(Failure) {
            let outcome = try await visit.site.house.importDevices(
                plan,
                uploaded: sent.bytes,
                named: sent.name,
                as: visitor.speaker,
                rejects: { bytes in rejected.withLock { $0 += bytes } }
            )
            guard wants != "rejects" else {
                return .file(
                    rejected.withLock { $0 },
                    type: "text/csv; charset=utf-8",
                    name: "rejects.csv"
                )
            }
            return page(visit, sent, outcome)
        } catch {
            switch error {
            case .refused, .unreadable, .file:
                return page(
                    visit,
                    sent,
                    nil,
                    problem: error.sentence(in: visit.language),
                    status: Problem(error, visit).status
                )
            case .forbidden, .unauthenticated, .database: throw error
            }
        }
    }

    private static func page(
        _ visit: Visit,
        _ sent: Sent?,
        _ outcome: DeviceImport.Outcome?,
        problem: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Reply {
        var visit = visit
        visit.problem = problem
        let kind = sent?.fields["kind"]
        let content = Content(
            donation: visit.parameter("thing"),
            list: sent?.fields["list"] ?? "",
            kinds: DeviceType.allCases.map {
                Choice(
                    word: $0.rawValue,
                    label: $0.label(in: visit.language),
                    isChosen: $0.rawValue == kind
                )
            },
            announced: sent?.fields["announced"] == "true",
            keepsGoing: sent?.fields["keep_going"] == "true",
            result: outcome.map { result($0, visit) }
        )
        return visit.site.page(
            "import",
            title: visit.text("import.title"),
            content,
            visit,
            status: status
        )
    }

    private static func result(_ outcome: DeviceImport.Outcome, _ visit: Visit) -> Result {
        let report = JSONValue(bytes: Array(outcome.json.utf8))["report"]
        let errors = report["errors"].elements.map { error in
            Row(
                line: error["line"].text,
                heading: error["heading"].text,
                value: error["value"].text,
                sentence: error[visit.language.rawValue].text
            )
        }
        return Result(
            headline: outcome.headline.text(in: visit.language),
            summary: outcome.summary.text(in: visit.language),
            isDone: outcome.ending == .imported,
            batch: outcome.batch.map(String.init),
            isRefused: outcome.ending == .refused,
            mayImport: outcome.ending == .rehearsed,
            columns: report["columns"].elements.map { visit.content($0) },
            errors: errors,
            hasErrors: !errors.isEmpty
        )
    }
}
