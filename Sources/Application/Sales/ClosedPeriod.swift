public import Domain
import Postgres
import Store

/// A total that was drawn, chained to the one before it.
public struct ClosedPeriod: Codable, Sendable, Hashable {
    /// `day`, `month` or `year`.
    public let period: String
    /// Counted from 1, by period.
    public let nth: Int32
    public let from: Day
    public let to: Day
    public let sales: Int32
    /// Received less refunded within the period.
    public let totalCents: Int64
    /// The same since the first sale ever.
    public let perpetualCents: Int64
    /// SHA-256 over this closing and the one before it, in hexadecimal digits.
    public let hash: String

    private enum CodingKeys: String, CodingKey {
        case period, nth, from, to, sales, hash
        case totalCents = "total_cents"
        case perpetualCents = "perpetual_cents"
    }

    static func closing(
        _ period: Period,
        with day: Day?,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ClosedPeriod {
        let closing = try Failure.counter { () throws(PostgresError) in
            try MoneyStore.close(period.rawValue, day ?? circumstances.today, in: db)
        }
        return ClosedPeriod(
            period: period.rawValue,
            nth: closing.nth,
            from: closing.first,
            to: closing.last,
            sales: closing.sales,
            totalCents: closing.totalCents,
            perpetualCents: closing.perpetualCents,
            hash: Digest.hex(closing.hash)
        )
    }
}
