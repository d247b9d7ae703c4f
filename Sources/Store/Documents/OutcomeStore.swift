public import Domain
public import Postgres

/// What became of given machines, one by one; never who has them.
public enum OutcomeStore {
    public struct Fate: Hashable, Sendable {
        public let number: Int64
        public let kind: DeviceType
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let grams: Int64
        /// The last state that it reached under this gift, and since which day.
        public let state: String
        public let since: Day
        /// The certificate of erasure or destruction that names it or its gift; the last that stands.
        public let certificate: String?
    }

    /// The machines of a gift, or of all gifts of a donor received within a year, by number.
    public static func fates(
        donation: Int64?,
        donor: Int64?,
        from: Day? = nil,
        to: Day? = nil,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Fate] {
        var fates: [Fate] = []
        let rows = try db.rows(
            """
            SELECT DISTINCT ON (s.device_id) s.device_id, d.kind, d.maker, d.model, d.serial,
                   coalesce(d.weight_g, k.weight_g, 0)::bigint AS grams, l.to_state AS state,
                   (l.at AT TIME ZONE n.time_zone)::date::text AS since,
                   (SELECT c.number FROM core.document AS c
                     WHERE c.org_id = s.org_id AND c.kind IN ('cef', 'cde')
                       AND (c.device_id = s.device_id OR (c.device_id IS NULL AND c.donation_id = s.donation_id))
                       AND NOT EXISTS (SELECT FROM core.document_cancellation AS x
                            WHERE (x.org_id, x.kind, x.year, x.no) = (c.org_id, c.kind, c.year, c.no))
                     ORDER BY c.issued_at DESC LIMIT 1) AS certificate
              FROM core.donation AS g
              JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
              JOIN core.stay AS s ON s.org_id = g.org_id AND s.donation_id = g.donation_id
              JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
              JOIN reference.device_kind AS k ON k.kind = d.kind
              JOIN core.organisation AS n ON n.org_id = g.org_id
             CROSS JOIN LATERAL (SELECT t.to_state, t.at FROM core.device_step AS t
                    WHERE t.org_id = s.org_id AND t.device_id = s.device_id AND t.stay = s.stay ORDER BY t.nth DESC LIMIT 1) AS l
             WHERE g.org_id = \(speaker.organisation) AND d.state NOT IN ('withdrawn', 'merged')
               AND (g.donation_id = \(donation) OR o.donor_id = \(donor) OR o.merged_into = \(donor))
               AND (\(from?.iso)::text IS NULL OR g.received_on >= \(from?.iso)::text::date)
               AND (\(to?.iso)::text IS NULL OR g.received_on <= \(to?.iso)::text::date)
             ORDER BY s.device_id, s.stay DESC
            """
        )
        for row in rows {
            fates.append(
                Fate(
                    number: try row.decode("device_id"),
                    kind: DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
                    maker: try row.decode("maker"),
                    model: try row.decode("model"),
                    serial: try row.decode("serial"),
                    grams: try row.decode("grams"),
                    state: try row.decode("state"),
                    since: try row.day("since") ?? Day(number: 0),
                    certificate: try row.decode("certificate")
                )
            )
        }
        return fates
    }

    /// How many different vouchers brought home one of these machines: the nearest that the workshop may know to households.
    public static func householdsEquipped(
        _ devices: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int {
        Int(
            try db.row(
                """
                SELECT count(DISTINCT voucher_id) AS households FROM core.sale
                 WHERE org_id = \(speaker.organisation) AND status = 'active' AND device_id = ANY (\(devices))
                """
            ).decode("households", as: Int64.self)
        )
    }
}

extension DocumentStore {
    /// The paper of one kind that stands for a gift.
    public static func standing(
        _ kind: DocumentType,
        of donation: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> IssuedPaper? {
        let row = try db.optionalRow(
            """
            SELECT * FROM report.issued_paper WHERE org_id = \(speaker.organisation) AND kind = \(kind.rawValue)
               AND donation_id = \(donation) AND cancelled_at IS NULL ORDER BY number DESC LIMIT 1
            """
        )
        return try row.map { (row) throws(PostgresError) in try IssuedPaper(row) }
    }

    /// The slip, invoice or gift note that stands for a sale.
    public static func standingSlip(
        of sale: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> IssuedPaper? {
        let row = try db.optionalRow(
            """
            SELECT * FROM report.issued_paper WHERE org_id = \(speaker.organisation) AND kind = 'fac'
               AND sale_id = \(sale) AND cancelled_at IS NULL ORDER BY number DESC LIMIT 1
            """
        )
        return try row.map { (row) throws(PostgresError) in try IssuedPaper(row) }
    }

    /// A tax receipt with what its donor got in return.
    public struct CountedReceipt: Hashable, Sendable {
        public let paper: IssuedPaper
        public let counterpartCents: Int64
    }

    /// The receipts that stand of a donor's gifts made within these days, by number; those of donors merged into it too.
    public static func receipts(
        ofDonor donor: Int64,
        givenFrom first: Day,
        to last: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [CountedReceipt] {
        var receipts: [CountedReceipt] = []
        let rows = try db.rows(
            """
            SELECT p.*, g.counterpart_cents FROM report.issued_paper AS p
              JOIN core.donation AS g ON g.org_id = p.org_id AND g.donation_id = p.donation_id
              JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
             WHERE p.org_id = \(speaker.organisation) AND p.kind IN ('rfe', 'rfp') AND p.cancelled_at IS NULL
               AND p.gift_on BETWEEN \(first.iso)::text::date AND \(last.iso)::text::date
               AND (o.donor_id = \(donor) OR o.merged_into = \(donor))
             ORDER BY p.number
            """
        )
        for row in rows {
            receipts.append(
                CountedReceipt(
                    paper: try IssuedPaper(row),
                    counterpartCents: try row.decode("counterpart_cents")
                )
            )
        }
        return receipts
    }
}
