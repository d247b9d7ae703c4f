public import Domain
public import Postgres

extension DocumentStore {
    /// The document of a printed number.
    public static func find(
        _ number: String,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> IssuedPaper? {
        let row = try db.optionalRow(
            """
            SELECT * FROM report.issued_paper WHERE org_id = \(speaker.organisation) AND number = \(number)
            """
        )
        guard let row else { return nil }
        return try IssuedPaper(row)
    }

    /// The document that bears a verification code.
    public static func find(
        verification: String,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> IssuedPaper? {
        let row = try db.optionalRow(
            """
            SELECT * FROM report.issued_paper WHERE org_id = \(speaker.organisation) AND verification = \(verification)
            """
        )
        guard let row else { return nil }
        return try IssuedPaper(row)
    }

    /// Documents of these kinds by number, after a number.
    public static func list(
        _ filter: PaperFilter,
        kinds: [DocumentType],
        after: String,
        limit: Int32,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [IssuedPaper] {
        var papers: [IssuedPaper] = []
        let rows = try db.rows(
            """
            SELECT * FROM report.issued_paper
             WHERE org_id = \(speaker.organisation) AND number > \(after) AND kind = ANY (\(kinds.map(\.rawValue))::text[])
               AND (\(filter.donation) IS NULL OR donation_id = \(filter.donation))
               AND (\(filter.device) IS NULL OR device_id = \(filter.device))
               AND (\(filter.sale) IS NULL OR sale_id = \(filter.sale))
               AND (\(filter.kind?.rawValue)::text IS NULL OR kind = \(filter.kind?.rawValue))
               AND (\(filter.year) IS NULL OR year = \(filter.year))
               AND (\(filter.donor) IS NULL OR donor_id IN (SELECT o.donor_id FROM core.donor AS o
                    WHERE o.org_id = \(speaker.organisation) AND (o.donor_id = \(filter.donor) OR o.merged_into = \(filter.donor))))
             ORDER BY number LIMIT \(limit)
            """
        )
        for row in rows { papers.append(try IssuedPaper(row)) }
        return papers
    }

    /// The frozen content, as canonical JSON; nil once it was erased on its clock.
    public static func content(
        of document: IssuedPaper,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        let row = try db.optionalRow(
            """
            SELECT content FROM core.document_content WHERE org_id = \(speaker.organisation)
               AND kind = \(document.kind.rawValue) AND year = \(document.year) AND no = \(document.no)
            """
        )
        return try row?.decode("content")
    }

    /// The paper as issued; nil while it is not drawn.
    public static func pdf(
        of document: IssuedPaper,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [UInt8]? {
        let row = try db.optionalRow(
            """
            SELECT pdf FROM core.document_pdf WHERE org_id = \(speaker.organisation)
               AND kind = \(document.kind.rawValue) AND year = \(document.year) AND no = \(document.no)
            """
        )
        return try row?.decode("pdf")
    }

    /// Numbers of documents that have no paper yet and still have their content, after a number.
    public static func undrawn(
        kinds: [DocumentType],
        after: String,
        limit: Int32,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [String] {
        var numbers: [String] = []
        let rows = try db.rows(
            """
            SELECT d.number FROM core.document AS d JOIN core.document_content AS c USING (org_id, kind, year, no)
             WHERE d.org_id = \(speaker.organisation) AND d.number > \(after) AND d.kind = ANY (\(kinds.map(\.rawValue))::text[])
               AND NOT EXISTS (SELECT FROM core.document_pdf AS f
                    WHERE (f.org_id, f.kind, f.year, f.no) = (d.org_id, d.kind, d.year, d.no))
             ORDER BY d.number LIMIT \(limit)
            """
        )
        for row in rows { numbers.append(try row.decode("number")) }
        return numbers
    }

    /// The tax receipts of gifts made from one day to another, both included, cancelled ones too.
    public static func receipts(
        givenFrom first: Day,
        to last: Day,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [IssuedPaper] {
        var papers: [IssuedPaper] = []
        let rows = try db.rows(
            """
            SELECT * FROM report.issued_paper
             WHERE org_id = \(speaker.organisation) AND kind IN ('rfe', 'rfp')
               AND gift_on BETWEEN \(first.iso)::date AND \(last.iso)::date ORDER BY number
            """
        )
        for row in rows { papers.append(try IssuedPaper(row)) }
        return papers
    }

    /// Papers of a gift that say what it was and still stand: while one does, the gift does not change.
    public static func standing(
        of donation: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [String] {
        var numbers: [String] = []
        let rows = try db.rows(
            """
            SELECT d.number FROM core.document AS d
             WHERE d.org_id = \(speaker.organisation) AND d.donation_id = \(donation) AND d.kind IN ('rfe', 'rfp', 'adn', 'acg')
               AND NOT EXISTS (SELECT FROM core.document_cancellation AS c
                    WHERE (c.org_id, c.kind, c.year, c.no) = (d.org_id, d.kind, d.year, d.no))
             ORDER BY d.number
            """
        )
        for row in rows { numbers.append(try row.decode("number")) }
        return numbers
    }
}
