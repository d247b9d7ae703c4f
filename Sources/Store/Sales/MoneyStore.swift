public import Domain
public import Postgres

/// Payments, the journal of transfers, and closings.
public enum MoneyStore {
    public struct Payment: Hashable, Sendable {
        public let nth: Int32
        public let method: String
        public let cents: Int64
        public let tenderedCents: Int64?
        public let at: Timestamp
    }

    public static func payments(
        of sale: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Payment] {
        var payments: [Payment] = []
        let rows = try db.rows(
            """
            SELECT nth, method, cents, tendered_cents, at FROM core.payment
             WHERE org_id = \(speaker.organisation) AND sale_id = \(sale) ORDER BY nth
            """
        )
        for row in rows {
            payments.append(
                Payment(
                    nth: try row.decode("nth"),
                    method: try row.decode("method"),
                    cents: try row.decode("cents"),
                    tenderedCents: try row.decode("tendered_cents"),
                    at: try row.decode("at")
                )
            )
        }
        return payments
    }

    /// Money that moved: both sides, and what it reverses.
    public struct Transfer: Hashable, Sendable {
        public let number: Int64
        public let sale: Int64
        public let day: Day
        public let debit: String
        public let credit: String
        public let cents: Int64
        public let reverses: Int64?
        public let person: String
    }

    /// The journal of some days, in the order in which money moved, after `after` when it is given.
    public static func journal(
        from first: Day,
        to last: Day,
        after: Int64?,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Transfer] {
        var transfers: [Transfer] = []
        let rows = try db.rows(
            """
            SELECT t.transfer_id, t.sale_id, (t.at AT TIME ZONE o.time_zone)::date::text AS day, t.debit_account, t.credit_account,
                   t.cents, t.reverses, p.name AS person
              FROM core.transfer AS t
              JOIN core.organisation AS o ON o.org_id = t.org_id
              JOIN core.person AS p ON p.org_id = t.org_id AND p.person_id = t.person_id
             WHERE t.org_id = \(speaker.organisation) AND t.transfer_id > coalesce(\(after), 0)
               AND t.at >= \(first.iso)::date::timestamp AT TIME ZONE o.time_zone
               AND t.at < (\(last.iso)::date + 1)::timestamp AT TIME ZONE o.time_zone
             ORDER BY t.transfer_id LIMIT \(Int32(clamping: limit))
            """
        )
        for row in rows {
            transfers.append(
                Transfer(
                    number: try row.decode("transfer_id"),
                    sale: try row.decode("sale_id"),
                    day: try row.day("day") ?? Day(number: 0),
                    debit: try row.decode("debit_account"),
                    credit: try row.decode("credit_account"),
                    cents: try row.decode("cents"),
                    reverses: try row.decode("reverses"),
                    person: try row.decode("person")
                )
            )
        }
        return transfers
    }

    public struct Closing: Hashable, Sendable {
        public let nth: Int32
        public let first: Day
        public let last: Day
        public let sales: Int32
        /// Received less refunded within the period.
        public let totalCents: Int64
        /// The same since the first sale ever.
        public let perpetualCents: Int64
        public let hash: [UInt8]
    }

    /// Closes the day, month or year that ends with or holds `day`.
    ///
    /// `period` is `day`, `month` or `year`.
    public static func close(
        _ period: String,
        _ day: Day,
        in db: isolated Connection
    ) throws(PostgresError) -> Closing {
        let row = try db.row(
            """
            SELECT nth, first_day::text AS first_day, last_day::text AS last_day, sales, total_cents, perpetual_cents, hash
              FROM core.close_period(\(period), \(day.iso)::date)
            """
        )
        return Closing(
            nth: try row.decode("nth"),
            first: try row.day("first_day") ?? Day(number: 0),
            last: try row.day("last_day") ?? Day(number: 0),
            sales: try row.decode("sales"),
            totalCents: try row.decode("total_cents"),
            perpetualCents: try row.decode("perpetual_cents"),
            hash: try row.decode("hash")
        )
    }

    /// A closing as kept, with what it hangs on.
    public struct ClosingRecord: Hashable, Sendable {
        public let period: String
        public let closing: Closing
        public let hashBefore: [UInt8]
        /// The last anchor of the record of events dropped before it; empty when there was none.
        public let anchor: [UInt8]
    }

    /// Closings of a period by number, after a number; a day's, month's or year's.
    public static func closings(
        _ period: String,
        after: Int32,
        limit: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [ClosingRecord] {
        var closings: [ClosingRecord] = []
        let rows = try db.rows(
            """
            SELECT c.nth, lower(c.during)::text AS first_day, (upper(c.during) - 1)::text AS last_day, c.sales, c.total_cents,
                   c.perpetual_cents, c.hash, c.prev_hash,
                   coalesce((SELECT a.hash FROM audit.anchor AS a WHERE a.org_id = c.org_id
                       AND a.micros <= (extract(epoch FROM c.at) * 1000000)::bigint ORDER BY a.nth DESC LIMIT 1), '') AS anchor
              FROM core.closing AS c
             WHERE c.org_id = \(speaker.organisation) AND c.period = \(period) AND c.nth > \(after) ORDER BY c.nth LIMIT \(limit)
            """
        )
        for row in rows {
            closings.append(
                ClosingRecord(
                    period: period,
                    closing: Closing(
                        nth: try row.decode("nth"),
                        first: try row.day("first_day") ?? Day(number: 0),
                        last: try row.day("last_day") ?? Day(number: 0),
                        sales: try row.decode("sales"),
                        totalCents: try row.decode("total_cents"),
                        perpetualCents: try row.decode("perpetual_cents"),
                        hash: try row.decode("hash")
                    ),
                    hashBefore: try row.decode("prev_hash"),
                    anchor: try row.decode("anchor")
                )
            )
        }
        return closings
    }

    /// What came in and went back between two days, both included, by means of payment.
    public struct Means: Hashable, Sendable {
        public let method: PaymentMethod
        public let receivedCents: Int64
        public let refundedCents: Int64
    }

    public static func means(
        from first: Day,
        to last: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Means] {
        var means: [Means] = []
        let rows = try db.rows(
            """
            SELECT m.method, sum(m.received)::bigint AS received, sum(m.refunded)::bigint AS refunded
              FROM (SELECT CASE WHEN t.credit_account = 'sales' THEN t.debit_account ELSE t.credit_account END AS method,
                           CASE WHEN t.credit_account = 'sales' THEN t.cents ELSE 0 END AS received,
                           CASE WHEN t.credit_account = 'sales' THEN 0 ELSE t.cents END AS refunded
                      FROM core.transfer AS t JOIN core.organisation AS o ON o.org_id = t.org_id
                     WHERE t.org_id = \(speaker.organisation) AND t.at >= \(first.iso)::text::date::timestamp AT TIME ZONE o.time_zone
                       AND t.at < (\(last.iso)::text::date + 1)::timestamp AT TIME ZONE o.time_zone) AS m
             GROUP BY m.method ORDER BY m.method
            """
        )
        for row in rows {
            means.append(
                Means(
                    method: PaymentMethod(rawValue: try row.decode("method")) ?? .cash,
                    receivedCents: try row.decode("received"),
                    refundedCents: try row.decode("refunded")
                )
            )
        }
        return means
    }
}

extension MoneyStore {
    /// The last closing of a period; nil while there is none.
    public static func lastClosing(
        _ period: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> ClosingRecord? {
        let nth: Int32? = try db.row(
            """
            SELECT max(nth) AS nth FROM core.closing WHERE org_id = \(speaker.organisation) AND period = \(period)
            """
        ).decode("nth")
        guard let nth else { return nil }
        return try closings(period, after: nth - 1, limit: 1, speaker, in: db).first
    }
}
