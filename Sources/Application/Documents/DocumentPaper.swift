import Domain
import Postgres
import Store

/// What drawing a document needs: its paper if it is kept, else its frozen content.
struct DocumentPaper: Question {
    static let name = "document-pdf"
    static let summary = Phrase(fr: "lit le papier d'un document", en: "reads a document's paper")
    static let permission = DocumentRights.everyReader

    let document: String
    /// False for a duplicate, which is drawn anew.
    let wantsKept: Bool

    struct Answer: Encodable, Sendable {
        let document: String
        let kind: DocumentType
        let verification: String
        let fingerprint: String
        let content: String?
        let pdf: [UInt8]?
    }

    func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let found = try IssuedPaper.require(document, in: db, circumstances)
        try DocumentRights.require(DocumentRights.readers(of: found.kind), circumstances.person)
        return try Answer(found, wantsKept: wantsKept, in: db, circumstances.speaker)
    }
}

extension DocumentPaper.Answer {
    init(
        _ found: IssuedPaper,
        wantsKept: Bool,
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) {
        self = try Failure.running { () throws(PostgresError) in
            let kept = wantsKept ? try DocumentStore.pdf(of: found, speaker, in: db) : nil
            return DocumentPaper.Answer(
                document: found.number,
                kind: found.kind,
                verification: found.verification,
                fingerprint: Digest.hex(found.commitment),
                content: kept == nil
                    ? try DocumentStore.content(of: found, speaker, in: db) : nil,
                pdf: kept
            )
        }
    }
}

/// Documents that the person may read and that have no paper yet.
struct UndrawnDocuments: Question {
    static let name = "undrawn-documents"
    static let summary = Phrase(fr: "liste les documents à dessiner", en: "lists papers to draw")
    static let permission = DocumentRights.everyReader

    let after: String
    let limit: Int32

    func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [String] {
        try Failure.running { () throws(PostgresError) in
            try DocumentStore.undrawn(
                kinds: DocumentRights.readable(by: circumstances.person),
                after: after,
                limit: limit,
                of: circumstances.speaker,
                in: db
            )
        }
    }
}

/// Keeps the paper as issued; never listed, because no door may hand in a paper of its own.
struct KeepDocumentPDF: Command {
    static let name = "keep-document-pdf"
    static let summary = Phrase(fr: "garde le papier d'un document", en: "keeps a document's paper")
    static let permission = DocumentRights.everyReader

    let document: String
    let pdf: [UInt8]

    struct Outcome: Codable, Sendable {
        /// False when another was kept first; that one stays.
        let kept: Bool
    }

    func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        try Failure.running { () throws(PostgresError) in
            Outcome(kept: try DocumentStore.keep(pdf, of: document, in: db))
        }
    }
}
