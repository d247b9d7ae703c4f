import FoundationEssentials
import HTTPTypes

/// Why there is no answer, for programs (RFC 9457).
struct ProblemDocument: Encodable {
    let type: String
    let title: String
    let status: Int
    let code: String
    let facts: [String: String]?
    let next: [String]?

    init(
        _ status: HTTPResponse.Status,
        _ code: String,
        _ title: String,
        facts: [String: String]? = nil,
        next: [String]? = nil
    ) {
        type = "/problems/\(code)"
        self.title = title
        self.status = status.code
        self.code = code
        self.facts = facts
        self.next = next
    }

    var reply: Reply {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(self)).map(Array.init) ?? []
        return .json(
            bytes,
            status: HTTPResponse.Status(code: status),
            type: "application/problem+json"
        )
    }
}
