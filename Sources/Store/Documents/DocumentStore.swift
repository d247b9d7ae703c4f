public import Domain
public import Postgres

/// Numbered documents: a number taken, content frozen, cancelled, reprinted, their paper kept.
public enum DocumentStore {
    /// A number of a series, held until the commit.
    public struct Number: Hashable, Sendable {
        public let year: Int16
        public let no: Int32
        /// As printed: `RFE-2026-000001`.
        public let text: String
        public let issuedOn: Day
    }

    /// What a document is of; each by its number.
    public struct Subject: Hashable, Sendable {
        public var donation: Int64?
        public var device: Int64?
        public var sale: Int64?
        public var voucher: Int64?
        public var placement: Int64?

        public init(
            donation: Int64? = nil,
            device: Int64? = nil,
            sale: Int64? = nil,
            voucher: Int64? = nil,
            placement: Int64? = nil
        ) {
            self.donation = donation
            self.device = device
            self.sale = sale
            self.voucher = voucher
            self.placement = placement
        }
    }

    /// What is frozen under a number.
    public struct Frozen: Sendable {
        public var kind: DocumentType
        public var number: Number
        /// Canonical JSON.
        public var content: String
        /// 16 bytes that nobody can guess.
        public var salt: [UInt8]
        public var verification: String
        public var amountCents: Int64?
        public var giftOn: Day?
        public var subject: Subject
        /// The number, cancelled by now, that this one stands for.
        public var replaces: (year: Int16, no: Int32)?

        public init(
            kind: DocumentType,
            number: Number,
            content: String,
            salt: [UInt8],
            verification: String,
            amountCents: Int64?,
            giftOn: Day?,
            subject: Subject,
            replaces: (year: Int16, no: Int32)?
        ) {
            self.kind = kind
            self.number = number
            self.content = content
            self.salt = salt
            self.verification = verification
            self.amountCents = amountCents
            self.giftOn = giftOn
            self.subject = subject
            self.replaces = replaces
        }
    }

    /// The next number of a series.
    ///
    /// Nobody else gets one of this series until the commit, so take it last.
    public static func take(
        _ kind: DocumentType,
        in db: isolated Connection
    ) throws(PostgresError) -> Number {
        let row = try db.row(
            "SELECT year, no, number, issued_on FROM core.take_number(\(kind.rawValue))"
        )
        return Number(
            year: try row.decode("year"),
            no: try row.decode("no"),
            text: try row.decode("number"),
            issuedOn: try row.day("issued_on") ?? Day(number: 0)
        )
    }

    public static func freeze(
        _ document: Frozen,
        in db: isolated Connection
    ) throws(PostgresError) {
        let subject = document.subject
        try db.execute(
            """
            SELECT core.freeze_document(\(document.kind.rawValue), \(document.number.year), \(document.number.no), \(document.content),
                \(document.salt), \(document.verification), \(document.amountCents), \(document.giftOn?.iso)::date, \(subject.donation),
                \(subject.device), \(subject.sale), \(subject.voucher), \(subject.placement), \(document.replaces?.year),
                \(document.replaces?.no))
            """
        )
        try tell("issue-document", document.number.text, subject, in: db)
    }

    public static func cancel(
        _ document: IssuedPaper,
        because reason: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.cancel_document(\(document.number), \(reason))")
        try tell("cancel-document", document.number, document.subject, in: db)
    }

    /// Writes down that a duplicate was made.
    public static func reprint(
        _ document: IssuedPaper,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO core.document_reprint (org_id, kind, year, no, person_id)
            VALUES (\(speaker.organisation), \(document.kind.rawValue), \(document.year), \(document.no), \(speaker.person))
            """
        )
        try tell("reprint-document", document.number, document.subject, in: db)
    }

    /// Keeps the paper as issued; false when it was kept before, and then nothing changes.
    public static func keep(
        _ pdf: [UInt8],
        of number: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.row("SELECT core.keep_pdf(\(number), \(pdf)) AS kept").decode("kept")
    }

    /// The gift's, device's or sale's own record tells which papers were made of it.
    private static func tell(
        _ event: String,
        _ number: String,
        _ subject: Subject,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT audit.append_one(s.subject, s.id, \(event), jsonb_build_object('document', \(number)::text))
              FROM (VALUES ('donation', \(subject.donation)), ('device', \(subject.device)), ('sale', \(subject.sale)),
                    ('voucher', \(subject.voucher)), ('placement', \(subject.placement))) AS s (subject, id)
             WHERE s.id IS NOT NULL ORDER BY s.subject
            """
        )
    }
}
