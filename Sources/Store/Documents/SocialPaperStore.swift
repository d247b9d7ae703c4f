public import Domain
public import Postgres

/// The papers of the social desk, through the login of the social services, which sees no other.
public enum SocialPaperStore {
    /// The paper of a printed number.
    public static func find(
        _ number: String,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> IssuedPaper? {
        let row = try db.optionalRow(
            """
            SELECT * FROM social.issued_paper WHERE org_id = \(speaker.organisation) AND number = \(number)
            """
        )
        guard let row else { return nil }
        return try IssuedPaper(row)
    }

    /// Papers by number, after a number; of one voucher's code where one is given.
    public static func list(
        voucher: String?,
        after: String,
        limit: Int32,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [IssuedPaper] {
        var papers: [IssuedPaper] = []
        let rows = try db.rows(
            """
            SELECT * FROM social.issued_paper AS d
             WHERE d.org_id = \(speaker.organisation) AND d.number > \(after)
               AND (\(voucher)::text IS NULL OR d.voucher_id = (SELECT v.voucher_id FROM core.voucher AS v
                    WHERE v.org_id = \(speaker.organisation) AND v.code = \(voucher)))
             ORDER BY d.number LIMIT \(limit)
            """
        )
        for row in rows { papers.append(try IssuedPaper(row)) }
        return papers
    }

    /// Keeps the paper as issued; false when it was kept before, and then nothing changes.
    public static func keep(
        _ pdf: [UInt8],
        of number: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.row("SELECT social.keep_pdf(\(number), \(pdf)) AS kept").decode("kept")
    }

    static func freeze(
        _ document: DocumentStore.Frozen,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT social.freeze_paper(\(document.kind.rawValue), \(document.number.year), \(document.number.no),
                \(document.content), \(document.salt), \(document.verification), \(document.subject.voucher),
                \(document.replaces?.year), \(document.replaces?.no))
            """
        )
    }
}
