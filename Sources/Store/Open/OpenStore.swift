public import Domain
public import Postgres

/// What the doors for strangers answer; spoken through the login that sees no table.
public enum OpenStore {
    /// What anybody who holds a paper may know of it.
    public struct Paper: Hashable, Sendable {
        public let number: String
        public let kind: DocumentType
        public let issuedOn: Day
        public let issuer: String
        public let state: PaperState
        public let replacedBy: String?
        /// SHA-256 of salt and content, in hexadecimal, as printed.
        public let fingerprint: String
        /// SHA-256 of the PDF as kept; nil while it is not drawn.
        public let pdfSHA256: String?
    }

    /// The person as whom strangers act.
    public static func person(in db: isolated Connection) throws(PostgresError) -> Int64 {
        try db.row("SELECT core.public_person() AS person").decode("person")
    }

    /// The paper that bears a code; nil is counted against the caller's bucket.
    public static func verify(
        _ code: String,
        caller: Int32,
        in db: isolated Connection
    ) throws(PostgresError) -> Paper? {
        let row = try db.optionalRow(
            "SELECT * FROM core.verify_paper(\(code), \(caller))"
        )
        return try row.map(paper)
    }

    /// The same for whoever is signed in, through the house's own login.
    public static func paper(
        of code: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Paper? {
        let row = try db.optionalRow("SELECT * FROM core.paper_of_code(\(code))")
        return try row.map(paper)
    }

    private static func paper(_ row: Row) throws(PostgresError) -> Paper {
        Paper(
            number: try row.decode("number"),
            kind: DocumentType(rawValue: try row.decode("kind")) ?? .rdo,
            issuedOn: try row.day("issued_on") ?? Day(number: 0),
            issuer: try row.decode("issuer"),
            state: PaperState(rawValue: try row.decode("state")) ?? .cancelled,
            replacedBy: try row.decode("replaced_by"),
            fingerprint: try row.decode("fingerprint"),
            pdfSHA256: try row.decode("pdf_sha256")
        )
    }
}
