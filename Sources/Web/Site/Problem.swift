import Application
import Domain
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
            case .tooManyAttempts, .announcementsFull: .tooManyRequests
            case .linkLeadsNowhere: .notFound
            case .subjectChanged: .preconditionFailed
            case .versionNeeded: .preconditionRequired
            case .proofNeeded, .proofWrong, .pinNeeded, .pinWrong, .pinLocked, .approvalNeeded,
                .factorOwed:
                .forbidden
            default: refusal.code.rawValue.hasPrefix("unknown_") ? .notFound : .conflict
            }
        case .unreadable, .file: .badRequest
        case .forbidden: .forbidden
        case .unauthenticated: .unauthorized
        case .database: failure.isServerGone ? .serviceUnavailable : .internalServerError
        }
    }

    func reply() -> Reply {
        if visit.isAPI { return document }
        if case .unauthenticated = failure, visit.method == .get {
            return .see("/sign-in?next=\(visit.pathWithQuery.addingPercentEncoding)")
        }
        if case .refused(let refusal) = failure, refusal.code == .factorOwed {
            return .see(AccountPage.path)
        }
        return page
    }

    /// What the sentence says; the database's own words stay in the log.
    private var sentence: String {
        if case .database = failure { return visit.text("problem.database") }
        if case .unauthenticated = failure {
            return visit.text(visit.isAPI ? "problem.no_key" : "problem.signed_out")
        }
        if case .forbidden(let roles) = failure, roles.isEmpty {
            return visit.text("problem.foreign_form")
        }
        return failure.sentence(in: visit.language)
    }

    private var document: Reply {
        var facts: [String: String]?
        var next: [String]?
        if case .refused(let refusal) = failure { (facts, next) = (refusal.facts, refusal.next) }
        return ProblemDocument(status, failure.word, sentence, facts: facts, next: next).reply
    }

    private struct Content {
        let sentence: String
        let back: String
    }

    /// A page that was only looked for has nothing that was not done.
    private var heading: String {
        guard visit.method == .get else { return "title" }
        return switch status {
        case .notFound: "missing"
        case .forbidden: "closed"
        default: "title"
        }
    }

    private var page: Reply {
        var visit = visit
        if visit.method != .get { visit.pathWithQuery = visit.previousPath }
        return visit.site.page(
            "problem",
            title: visit.text("problem.\(heading)"),
            Content(sentence: sentence, back: visit.previousPath),
            visit,
            status: status
        )
    }
}

extension Problem {
    private struct Nowhere {
        let sentence: String
        let back: String
    }

    /// There is nothing under this address, or no command or question of this name.
    static func nowhere(_ visit: Visit) -> Reply {
        let sentence = visit.text("problem.nowhere_sentence")
        if visit.isAPI { return ProblemDocument(.notFound, "unknown_address", sentence).reply }
        return visit.site.page(
            "problem",
            title: visit.text("problem.nowhere"),
            Nowhere(sentence: sentence, back: "/"),
            visit,
            status: .notFound
        )
    }
}

extension Visit {
    /// Machines talk here: they get problems as documents, and are not sent to the page for signing in.
    var isAPI: Bool { path.hasPrefix("/api/") }

    /// The page that the browser comes from, when it is one of ours; else the first page.
    var previousPath: String {
        // `http:`, nothing, the host, and then the path.
        let parts = (headers[.referer] ?? "").split(
            separator: "/",
            maxSplits: 3,
            omittingEmptySubsequences: false
        )
        guard parts.count == 4 else { return "/" }
        let halves = parts[3].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = Fields(encoded: halves.dropFirst().joined().utf8)
        return localPath(query.address(at: "/" + halves[0]))
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
