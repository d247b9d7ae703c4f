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
}
