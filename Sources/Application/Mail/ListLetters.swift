public import Domain
public import Postgres
import Store

/// Letters of the outbox, the newest first: what they carry, never to whom.
public struct ListLetters: Question {
    public static let name = "list-letters"
    public static let summary = Phrase(fr: "liste les courriels", en: "lists letters")
    public static let permission = Permission(.admin, .receiptIssuer, .intake, .auditor)

    /// Only those that have not left.
    public let openOnly: Bool?
    /// The last number of the page before.
    public let after: Int64?
    public let limit: Int?

    enum CodingKeys: String, CodingKey {
        case after, limit
        case openOnly = "open_only"
    }

    public init(openOnly: Bool? = nil, after: Int64? = nil, limit: Int? = nil) {
        self.openOnly = openOnly
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let letter: Int64
        public let document: String?
        public let writtenAt: String
        public let tries: Int32
        public let sentAt: String?
        public let isGivenUp: Bool
        public let error: String?

        enum CodingKeys: String, CodingKey {
            case letter, document, tries, error
            case writtenAt = "written_at"
            case sentAt = "sent_at"
            case isGivenUp = "given_up"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        let limit = PageLimit.of(limit)
        let found = try Failure.running { () throws(PostgresError) in
            try LetterStore.list(
                openOnly: openOnly ?? false,
                before: after,
                limit: limit,
                circumstances.speaker,
                in: db
            )
        }
        let lines = found.map {
            Line(
                letter: $0.number,
                document: $0.document,
                writtenAt: $0.at.iso,
                tries: $0.tries,
                sentAt: $0.sentAt?.iso,
                isGivenUp: $0.givenUpAt != nil,
                error: $0.error
            )
        }
        return Page(lines, limit: limit) { $0.letter }
    }
}
