public import Domain
public import Postgres
public import Store

/// A paper of the social desk with its frozen content, for those who may read it.
public struct ShowSocialPaper: Question {
    public static let name = "show-social-paper"
    public static let summary = Phrase(
        fr: "montre un papier du service social, comme un bon",
        en: "shows a paper of the social services, such as a voucher"
    )
    public static let side = Side.social
    public static let permission = SocialPapers.readers

    public let document: String

    public init(document: String) {
        self.document = document
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ShowDocument.Answer {
        let found = try SocialPapers.require(document, in: db, circumstances)
        return try Failure.running { () throws(PostgresError) in
            ShowDocument.Answer(
                document: DocumentAnswer(found),
                content: try DocumentStore.content(of: found, circumstances.speaker, in: db)
            )
        }
    }
}

/// Papers of the social desk by number, a page at a time.
public struct ListSocialPapers: Question {
    public static let name = "list-social-papers"
    public static let summary = Phrase(
        fr: "liste les papiers du service social",
        en: "lists the papers of the social services"
    )
    public static let side = Side.social
    public static let permission = SocialPapers.readers

    public let voucher: VoucherReference?
    /// The last number of the page before.
    public let after: String?
    public let limit: Int32?

    public init(voucher: VoucherReference? = nil, after: String? = nil, limit: Int32? = nil) {
        self.voucher = voucher
        self.after = after
        self.limit = limit
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [DocumentAnswer] {
        let code = try voucher?.code()
        return try Failure.running { () throws(PostgresError) in
            try SocialPaperStore.list(
                voucher: code,
                after: after ?? "",
                limit: DonorPage.bounded(limit),
                of: circumstances.speaker,
                in: db
            )
            .map { DocumentAnswer($0) }
        }
    }
}

/// What drawing a paper of the social desk needs.
struct SocialDocumentPaper: Question {
    static let name = "social-document-pdf"
    static let summary = DocumentPaper.summary
    static let side = Side.social
    static let permission = SocialPapers.readers

    let document: String
    let wantsKept: Bool

    func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> DocumentPaper.Answer {
        let found = try SocialPapers.require(document, in: db, circumstances)
        return try DocumentPaper.Answer(
            found,
            wantsKept: wantsKept,
            in: db,
            circumstances.speaker
        )
    }
}

/// Keeps the drawn paper of the social desk; never listed, because no door may hand in a paper of its own.
struct KeepSocialPDF: Command {
    static let name = "keep-social-pdf"
    static let summary = KeepDocumentPDF.summary
    static let side = Side.social
    static let permission = SocialPapers.readers

    let document: String
    let pdf: [UInt8]

    func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> KeepDocumentPDF.Outcome {
        try Failure.running { () throws(PostgresError) in
            KeepDocumentPDF.Outcome(kept: try SocialPaperStore.keep(pdf, of: document, in: db))
        }
    }
}

/// Who reads what names a family, and how it is found.
public enum SocialPapers {
    public static let readers = Permission(.socialAgent, .socialApprover)

    /// - Throws: `unknown_document`, also for every paper of the house.
    static func require(
        _ number: String,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> IssuedPaper {
        let found = try Failure.running { () throws(PostgresError) in
            try SocialPaperStore.find(number.uppercased(), of: circumstances.speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownDocument, ["document": .text(number)]))
        }
        return found
    }
}
