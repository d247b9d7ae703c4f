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

        init(year: Int16, no: Int32, text: String, issuedOn: Day) {
            self.year = year
            self.no = no
            self.text = text
            self.issuedOn = issuedOn
        }

        /// One of the numbers taken at once.
        public init(year: Int16, no: Int32, issuedOn: Day, of kind: DocumentType) {
            self.init(
                year: year,
                no: no,
                text: DocumentStore.number(kind, year, no),
                issuedOn: issuedOn
            )
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
        atSocialDesk: Bool = false,
        in db: isolated Connection
    ) throws(PostgresError) -> Number {
        let taking: Query =
            atSocialDesk
            ? "SELECT year, no, number, issued_on FROM social.take_number(\(kind.rawValue))"
            : "SELECT year, no, number, issued_on FROM core.take_number(\(kind.rawValue))"
        let row = try db.row(taking)
        return Number(
            year: try row.decode("year"),
            no: try row.decode("no"),
            text: try row.decode("number"),
            issuedOn: try row.day("issued_on") ?? Day(number: 0)
        )
    }

    public static func freeze(
        _ document: Frozen,
        atSocialDesk: Bool = false,
        in db: isolated Connection
    ) throws(PostgresError) {
        let subject = document.subject
        guard !atSocialDesk else {
            try SocialPaperStore.freeze(document, in: db)
            try tell("issue-document", document.number.text, subject, in: db)
            return
        }
        try db.execute(
            """
            SELECT core.freeze_document(\(document.kind.rawValue), \(document.number.year), \(document.number.no), \(document.content),
                \(document.salt), \(document.verification), \(document.amountCents), \(document.giftOn?.iso)::date, \(subject.donation),
                \(subject.device), \(subject.sale), \(subject.voucher), \(subject.placement), \(document.replaces?.year),
                \(document.replaces?.no), \(subject.further)::jsonb)
            """
        )
        try tell("issue-document", document.number.text, subject, in: db)
    }

    /// So many numbers of a series at once: the first, and the year and day of all.
    public static func take(
        _ count: Int,
        of kind: DocumentType,
        in db: isolated Connection
    ) throws(PostgresError) -> (first: Int32, year: Int16, issuedOn: Day) {
        let row = try db.row(
            "SELECT year, first_no, issued_on FROM core.take_numbers(\(kind.rawValue), \(Int32(clamping: count)))"
        )
        return (
            try row.decode("first_no"), try row.decode("year"),
            try row.day("issued_on") ?? Day(number: 0)
        )
    }

    /// The number of a series as printed.
    static func number(_ kind: DocumentType, _ year: Int16, _ no: Int32) -> String {
        let digits = String(no)
        let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
        return "\(kind.rawValue.uppercased())-\(year)-\(zeros)\(digits)"
    }

    /// Freezes the receipts of many gifts under the numbers just taken, in their order.
    public static func freeze(
        _ receipts: [Frozen],
        in db: isolated Connection
    ) throws(PostgresError) {
        guard let first = receipts.first else { return }
        try db.execute(
            """
            SELECT core.freeze_receipts(\(first.kind.rawValue), \(first.number.year), \(first.number.no), \(receipts.map(\.content)),
                \(receipts.map(\.salt)), \(receipts.map(\.verification)), \(receipts.map(\.amountCents)),
                \(receipts.map { $0.giftOn?.iso })::text[]::date[], \(receipts.map { $0.subject.donation ?? 0 }))
            """
        )
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
                    ('voucher', \(subject.voucher)), ('placement', \(subject.placement)), ('donor', \(subject.donor)),
                    ('drive', \(subject.drive)), ('shipment', \(subject.shipment)), ('register', \(subject.registerYear)::bigint),
                    ('closing', \(subject.closing?.nth)::bigint)) AS s (subject, id)
             WHERE s.id IS NOT NULL ORDER BY s.subject
            """
        )
    }
}
