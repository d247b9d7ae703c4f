public import Domain
public import Postgres
import Store

/// Writes down that a duplicate is handed out; it bears the same number and counts in no total.
public struct ReprintDocument: Command {
    public static let name = "reprint-document"
    public static let summary = Phrase(
        fr: "délivre le duplicata d'un document",
        en: "hands out a duplicate of a document"
    )
    public static let permission = DocumentRights.everyReader

    public let document: String

    public init(document: String) {
        self.document = document
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let document: String
        /// The day printed on the duplicate.
        public let reprintedOn: Day

        enum CodingKeys: String, CodingKey {
            case document
            case reprintedOn = "reprinted_on"
        }
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let found = try IssuedPaper.require(document, in: db, circumstances)
        try DocumentRights.require(DocumentRights.readers(of: found.kind), circumstances.person)
        try found.requireStanding()
        try Failure.running { () throws(PostgresError) in
            try DocumentStore.reprint(found, circumstances.speaker, in: db)
        }
        return Outcome(document: found.number, reprintedOn: circumstances.today)
    }
}
