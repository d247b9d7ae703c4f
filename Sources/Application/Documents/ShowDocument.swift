public import Domain
public import Postgres
import Store

/// A document as every door shows one.
public struct DocumentAnswer: Codable, Sendable, Hashable {
    public let document: String
    public let kind: DocumentType
    public let issuedOn: Day
    public let issuedBy: String
    public let donation: Int64?
    public let device: String?
    public let sale: Int64?
    public let amountCents: Int64?
    public let giftOn: Day?
    public let verification: String
    /// SHA-256 of salt and content, in hexadecimal, as printed.
    public let fingerprint: String
    public let replaces: String?
    public let replacedBy: String?
    public let isCancelled: Bool
    public let cancellationReason: String?
    public let duplicates: Int64
    public let isDrawn: Bool

    enum CodingKeys: String, CodingKey {
        case document, kind, donation, device, sale, verification, fingerprint, replaces, duplicates
        case issuedOn = "issued_on"
        case issuedBy = "issued_by"
        case amountCents = "amount_cents"
        case giftOn = "gift_on"
        case replacedBy = "replaced_by"
        case isCancelled = "cancelled"
        case cancellationReason = "cancellation_reason"
        case isDrawn = "drawn"
    }

    init(_ paper: IssuedPaper) {
        document = paper.number
        kind = paper.kind
        issuedOn = paper.issuedOn
        issuedBy = paper.issuedBy
        donation = paper.subject.donation
        device = paper.subject.device.map { DeviceReference(number: $0).text }
        sale = paper.subject.sale
        amountCents = paper.amountCents
        giftOn = paper.giftOn
        verification = paper.verification
        fingerprint = Digest.hex(paper.commitment)
        replaces = paper.replaces
        replacedBy = paper.replacedBy
        isCancelled = paper.cancelledAt != nil
        cancellationReason = paper.cancellationReason
        duplicates = paper.duplicates
        isDrawn = paper.hasPDF
    }
}

/// A document with its frozen content.
public struct ShowDocument: Question {
    public static let name = "show-document"
    public static let summary = Phrase(fr: "montre un document", en: "shows a document")
    public static let permission = DocumentRights.everyReader

    public let document: String

    public init(document: String) {
        self.document = document
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let document: DocumentAnswer
        /// Canonical JSON; nil once it was erased on its clock.
        public let content: String?
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let found = try IssuedPaper.require(document, in: db, circumstances)
        try DocumentRights.require(DocumentRights.readers(of: found.kind), circumstances.person)
        return try Failure.running { () throws(PostgresError) in
            Answer(
                document: DocumentAnswer(found),
                content: try DocumentStore.content(of: found, circumstances.speaker, in: db)
            )
        }
    }
}

/// Documents that the person may read, by number, a page at a time.
public struct ListDocuments: Question {
    public static let name = "list-documents"
    public static let summary = Phrase(fr: "liste les documents", en: "lists documents")
    public static let permission = DocumentRights.everyReader

    public let donor: Int64?
    public let donation: Int64?
    public let device: DeviceReference?
    public let sale: Int64?
    public let kind: DocumentType?
    public let year: Int16?
    /// The last number of the page before.
    public let after: String?
    public let limit: Int32?

    public init(
        donor: Int64? = nil,
        donation: Int64? = nil,
        device: DeviceReference? = nil,
        sale: Int64? = nil,
        kind: DocumentType? = nil,
        year: Int16? = nil,
        after: String? = nil,
        limit: Int32? = nil
    ) {
        self.donor = donor
        self.donation = donation
        self.device = device
        self.sale = sale
        self.kind = kind
        self.year = year
        self.after = after
        self.limit = limit
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> [DocumentAnswer] {
        var number: Int64?
        if let device { number = try device.resolve(in: db, circumstances.speaker) }
        let filter = PaperFilter(
            donor: donor,
            donation: donation,
            device: number,
            sale: sale,
            kind: kind,
            year: year
        )
        return try Failure.running { () throws(PostgresError) in
            try DocumentStore.list(
                filter,
                kinds: DocumentRights.readable(by: circumstances.person),
                after: after ?? "",
                limit: DonorPage.bounded(limit),
                of: circumstances.speaker,
                in: db
            )
            .map { DocumentAnswer($0) }
        }
    }
}

/// Whether a printed document is genuine and still stands: facts that anyone may know.
public struct VerifyDocument: Question {
    public static let name = "verify-document"
    public static let summary = Phrase(
        fr: "vérifie un document par son code",
        en: "verifies a document by its code"
    )
    public static let permission = Permission(roles: Role.allCases)

    /// The code printed on it, as typed or scanned.
    public let code: String

    public init(code: String) {
        self.code = code
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let document: String
        public let kind: DocumentType
        public let issuer: String
        public let issuedOn: Day
        public let state: PaperState
        public let isValid: Bool
        public let replacedBy: String?
        /// SHA-256 of the frozen content under its salt, to compare with the one that is printed.
        public let fingerprint: String
        /// SHA-256 of the PDF as issued; nil while it was never drawn.
        public let pdfSHA256: String?

        enum CodingKeys: String, CodingKey {
            case document, kind, issuer, state, fingerprint
            case issuedOn = "issued_on"
            case isValid = "valid"
            case replacedBy = "replaced_by"
            case pdfSHA256 = "pdf_sha256"
        }

        init(_ paper: OpenStore.Paper) {
            document = paper.number
            kind = paper.kind
            issuer = paper.issuer
            issuedOn = paper.issuedOn
            state = paper.state
            isValid = paper.state == .valid
            replacedBy = paper.replacedBy
            fingerprint = paper.fingerprint
            pdfSHA256 = paper.pdfSHA256
        }

        /// The JSON form.
        public var json: [UInt8] { CommandJSON.encode(self) }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let text = try printed
        let found = try Failure.running { () throws(PostgresError) in
            try OpenStore.paper(of: text, in: db)
        }
        guard let found else { throw unknown }
        return Answer(found)
    }

    /// The code as it is printed.
    ///
    /// - Throws: `.unreadable` when a symbol is wrong, so that a slip of the finger is not taken for a forgery.
    var printed: String {
        get throws(Failure) {
            do throws(Unreadable) {
                return try LabelCode(reading: code, as: .document).text
            } catch {
                throw .unreadable(error)
            }
        }
    }

    var unknown: Failure { .refused(Refusal(.unknownDocument, ["document": .text(code)])) }
}
