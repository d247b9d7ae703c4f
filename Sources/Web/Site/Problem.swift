import Application
import Domain
import FoundationEssentials
import HTTPTypes

/// Why there is no answer, as a page for people or as a problem document (RFC 9457) for programs.
struct Problem {
    let failure: Failure
    let visit: Visit

    init(_ failure: Failure, _ visit: Visit) {
        self.failure = failure
        self.visit = visit
    }

    var status: HTTPResponse.Status {
        switch failure {
        case .refused(let refusal):
            switch refusal.code {
            case .signInWrong: .unauthorized
            case .tooManyAttempts: .tooManyRequests
            default: refusal.code.rawValue.hasPrefix("unknown_") ? .notFound : .conflict
            }
        case .unreadable, .file: .badRequest
        case .forbidden: .forbidden
        case .unauthenticated: .unauthorized
        case .database: failure.isServerGone ? .serviceUnavailable : .internalServerError
        }
    }

    /// The document for programs.
    private struct Document: Encodable {
        let type: String
        let title: String
        let status: Int
        let code: String
        let facts: [String: String]?
        let next: [String]?
    }

    func reply(_ route: Route) -> Reply {
        if route.isAPI { return document }
        if case .unauthenticated = failure, visit.method == .get {
            return .see("/sign-in?next=\(visit.path.addingPercentEncoding)")
        }
        return page
    }

    /// What the sentence says; the database's own words stay in the log.
    private var sentence: String {
        if case .database = failure { return visit.text("problem.database") }
        if case .forbidden(let roles) = failure, roles.isEmpty {
            return visit.text("problem.foreign_form")
        }
        return failure.sentence(in: visit.language)
    }

    private var document: Reply {
        var facts: [String: String]?
        var next: [String]?
        if case .refused(let refusal) = failure { (facts, next) = (refusal.facts, refusal.next) }
        let document = Document(
            type: "/problems/\(failure.word)",
            title: sentence,
            status: status.code,
            code: failure.word,
            facts: facts,
            next: next
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(document)).map(Array.init) ?? []
        return .json(bytes, status: status, type: "application/problem+json")
    }

    private struct Content {
        let sentence: String
        let back: String
    }

    private var page: Reply {
        visit.site.page(
            "problem",
            title: visit.text("problem.title"),
            Content(sentence: sentence, back: visit.previousPath),
            visit,
            status: status
        )
    }
}

extension Visit {
    /// The page that the browser comes from, when it is one of ours; else the first page.
    var previousPath: String {
        // `http:`, nothing, the host, and then the path.
        let parts = (headers[.referer] ?? "").split(
            separator: "/",
            maxSplits: 3,
            omittingEmptySubsequences: false
        )
        return parts.count == 4 ? localPath("/" + parts[3]) : "/"
    }
}

extension String {
    /// Safe as the value of a query.
    var addingPercentEncoding: String {
        utf8.reduce(into: "") { text, byte in
            let character = Character(UnicodeScalar(byte))
            let isPlain = byte < 0x80 && (character.isLetter || character.isNumber)
            let hex = String(byte, radix: 16, uppercase: true)
            text +=
                isPlain || "-._~/".utf8.contains(byte)
                ? String(character) : "%" + (hex.count == 1 ? "0" : "") + hex
        }
    }
}
