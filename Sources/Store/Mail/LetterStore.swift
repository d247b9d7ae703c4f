import Domain
import FoundationEssentials
public import Postgres

/// Letters, written in the transaction that they tell of, and sent after it.
public enum LetterStore {
    /// A letter as it waits; what was sent keeps only the document.
    public struct Letter: Codable, Hashable, Sendable {
        public var to: String?
        public var name: String?
        public var subject: String?
        public var text: String?
        /// The document whose paper is attached.
        public var document: String?

        public init(to: String, name: String, subject: String, text: String, document: String?) {
            self.to = to
            self.name = name
            self.subject = subject
            self.text = text
            self.document = document
        }
    }

    /// Puts a letter into the outbox; its number.
    public static func put(
        _ letter: Letter,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            INSERT INTO core.outbox (org_id, kind, body) VALUES (\(speaker.organisation), 'letter', \(SentJSON.text(letter))::jsonb)
            RETURNING outbox_id
            """
        ).decode("outbox_id")
    }

    /// A donor who said yes to papers by mail, has an address, and is not opposed.
    public static func wantsPapers(
        _ donor: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.row(
            """
            SELECT coalesce((SELECT coalesce(d.email, '') <> '' AND NOT d.mail_opposed AND coalesce((SELECT c.given FROM core.donor_consent AS c
                       WHERE c.org_id = d.org_id AND c.donor_id = d.donor_id AND c.purpose = 'papers' ORDER BY c.nth DESC LIMIT 1), false)
                  FROM core.donor AS d WHERE d.org_id = \(speaker.organisation) AND d.donor_id = \(donor)), false) AS wants
            """
        ).decode("wants")
    }

    /// Which of these donors said yes to papers by mail, have an address, and are not opposed.
    public static func wantingPapers(
        _ donors: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Set<Int64> {
        var wanting: Set<Int64> = []
        let rows = try db.rows(
            """
            SELECT donor_id FROM (SELECT DISTINCT ON (c.donor_id) c.donor_id, c.given FROM core.donor_consent AS c
                    WHERE c.org_id = \(speaker.organisation) AND c.purpose = 'papers' AND c.donor_id = ANY (\(donors))
                    ORDER BY c.donor_id, c.nth DESC) AS said
              JOIN core.donor AS d USING (donor_id)
             WHERE d.org_id = \(speaker.organisation) AND said.given AND NOT d.mail_opposed AND coalesce(d.email, '') <> ''
            """
        )
        for row in rows { wanting.insert(try row.decode("donor_id")) }
        return wanting
    }

    /// A letter on loan to be sent.
    public struct Loan: Hashable, Sendable {
        public let number: Int64
        public let at: Timestamp
        /// This one included.
        public let tries: Int
        public let letter: Letter
    }

    /// Takes letters that are due, the oldest first.
    public static func take(
        _ count: Int,
        in db: isolated Connection
    ) throws(PostgresError) -> [Loan] {
        var loans: [Loan] = []
        let rows = try db.rows(
            """
            SELECT outbox_id, at, tries, body::text AS body
              FROM core.take_letters(\(Int32(clamping: count)), make_interval(secs => \(Int32(LetterRules.loanSeconds))))
             ORDER BY outbox_id
            """
        )
        for row in rows {
            let body: String = try row.decode("body")
            let letter = try? JSONDecoder().decode(Letter.self, from: Data(body.utf8))
            loans.append(
                Loan(
                    number: try row.decode("outbox_id"),
                    at: try row.decode("at"),
                    tries: Int(try row.decode("tries", as: Int32.self)),
                    letter: letter ?? Letter(to: "", name: "", subject: "", text: "", document: nil)
                )
            )
        }
        return loans
    }

    /// Says how it went: sent, to be tried again in so many seconds, or given up.
    public static func settle(
        _ letter: Int64,
        error: String?,
        againInSeconds seconds: Int?,
        in db: isolated Connection
    ) throws(PostgresError) {
        let wait = seconds.map { Int32(clamping: $0) }
        try db.execute(
            "SELECT core.settle_letter(\(letter), \(error), make_interval(secs => \(wait)))"
        )
    }

    public struct Waiting: Hashable, Sendable {
        public let number: Int64
        public let document: String?
        public let at: Timestamp
        public let tries: Int32
        public let sentAt: Timestamp?
        public let givenUpAt: Timestamp?
        public let error: String?
    }

    /// Letters from the newest, those before `before` when it is given; never to whom.
    public static func list(
        openOnly: Bool,
        before: Int64?,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Waiting] {
        var letters: [Waiting] = []
        let rows = try db.rows(
            """
            SELECT outbox_id, body ->> 'document' AS document, at, tries, done_at, given_up_at, last_error FROM core.outbox
             WHERE org_id = \(speaker.organisation) AND kind = 'letter' AND outbox_id < coalesce(\(before), 9223372036854775807)
               AND (NOT \(openOnly) OR done_at IS NULL)
             ORDER BY outbox_id DESC LIMIT \(Int32(clamping: limit))
            """
        )
        for row in rows {
            letters.append(
                Waiting(
                    number: try row.decode("outbox_id"),
                    document: try row.decode("document"),
                    at: try row.decode("at"),
                    tries: try row.decode("tries"),
                    sentAt: try row.decode("done_at"),
                    givenUpAt: try row.decode("given_up_at"),
                    error: try row.decode("last_error")
                )
            )
        }
        return letters
    }
}
