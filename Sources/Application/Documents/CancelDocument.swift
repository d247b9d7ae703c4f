public import Domain
public import Postgres
import Store

/// Cancels a document: it keeps its number, its content and its paper, and counts no more.
public struct CancelDocument: Command {
    public static let name = "cancel-document"
    public static let summary = Phrase(fr: "annule un document", en: "cancels a document")
    public static let permission = DocumentRights.everyIssuer

    public let document: String
    public let reason: String

    public init(document: String, reason: String) {
        self.document = document
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let document: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        Outcome(document: try cancel(in: db, circumstances).number)
    }

    func cancel(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedPaper {
        let found = try IssuedPaper.require(document, in: db, circumstances)
        try DocumentRights.require(DocumentRights.issuers(of: found.kind), circumstances.person)
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw .refused(
                Refusal(
                    .reasonMissing,
                    ["action": .word("cancel", Phrase(fr: "annuler", en: "cancel"))]
                )
            )
        }
        try found.requireStanding()
        try Failure.running { () throws(PostgresError) in
            try DocumentStore.cancel(found, because: reason, in: db)
        }
        return found
    }
}
