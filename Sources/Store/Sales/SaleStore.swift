public import Domain
public import Postgres

/// Sales, reservations and what comes back, through their doors.
public enum SaleStore {
    /// A payment as it is kept: what it pays of the price, and for cash what was put on the counter.
    public struct Paid: Hashable, Sendable {
        public let method: PaymentMethod
        public let cents: Int64
        public let tenderedCents: Int64?

        public init(method: PaymentMethod, cents: Int64, tenderedCents: Int64?) {
            self.method = method
            self.cents = cents
            self.tenderedCents = tenderedCents
        }
    }

    public struct Sold: Hashable, Sendable {
        public let sale: Int64
        public let soldOn: Day
        public let warrantyUntil: Day
        public let presumptionUntil: Day
    }

    /// Sells, or at a price of zero gives.
    ///
    /// `adjustment` says why the price is lower than the quoted one; nil when it is not.
    public static func sell(
        voucher: String,
        device: Int64,
        cents: Int64,
        adjustment: String?,
        payments: [Paid],
        instalments: Int?,
        in db: isolated Connection
    ) throws(PostgresError) -> Sold {
        let row = try db.row(
            """
            SELECT sale_id, sold_on::text AS sold_on, warranty_until::text AS warranty_until,
                   presumption_until::text AS presumption_until
              FROM core.sell(\(voucher), \(device), \(cents), \(adjustment), \(payments.map(\.method.rawValue)),
                  \(payments.map(\.cents)), \(payments.map(\.tenderedCents)), \(instalments.map { Int16(clamping: $0) }))
            """
        )
        return Sold(
            sale: try row.decode("sale_id"),
            soldOn: try row.day("sold_on") ?? Day(number: 0),
            warrantyUntil: try row.day("warranty_until") ?? Day(number: 0),
            presumptionUntil: try row.day("presumption_until") ?? Day(number: 0)
        )
    }

    /// Takes a later payment of a sale by instalments; what is paid and what is still due then.
    public static func payInstalment(
        of sale: Int64,
        _ payments: [Paid],
        in db: isolated Connection
    ) throws(PostgresError) -> (paidCents: Int64, dueCents: Int64) {
        let row = try db.row(
            """
            SELECT paid_cents, due_cents FROM core.pay_instalment(\(sale), \(payments.map(\.method.rawValue)),
                \(payments.map(\.cents)), \(payments.map(\.tenderedCents)))
            """
        )
        return (try row.decode("paid_cents"), try row.decode("due_cents"))
    }

    /// Keeps a device for a voucher; its number and the last day.
    public static func reserve(
        voucher: String,
        device: Int64,
        days: Int,
        in db: isolated Connection
    ) throws(PostgresError) -> (reservation: Int64, lastDay: Day) {
        let row = try db.row(
            """
            SELECT reservation_id, last_day::text AS last_day
              FROM core.reserve(\(voucher), \(device), \(Int32(clamping: days)))
            """
        )
        return (try row.decode("reservation_id"), try row.day("last_day") ?? Day(number: 0))
    }

    /// How many reservations were past their day.
    public static func releaseExpired(in db: isolated Connection) throws(PostgresError) -> Int {
        Int(
            try db.row("SELECT core.release_expired_reservations() AS released")
                .decode("released", as: Int32.self)
        )
    }

    public struct TakenBack: Hashable, Sendable {
        public let number: Int64
        public let sale: Int64?
        public let stay: Int32
        public let refundCents: Int64
    }

    /// `refundCents` is nil where nobody named an amount: the door knows what that means for the cause.
    public static func takeBack(
        _ device: Int64,
        cause: String,
        fault: String?,
        refundCents: Int64?,
        in db: isolated Connection
    ) throws(PostgresError) -> TakenBack {
        let row = try db.row(
            """
            SELECT return_id, sale_id, new_stay, refund_cents
              FROM core.take_back(\(device), \(cause), \(fault), \(refundCents))
            """
        )
        return TakenBack(
            number: try row.decode("return_id"),
            sale: try row.decode("sale_id"),
            stay: try row.decode("new_stay"),
            refundCents: try row.decode("refund_cents")
        )
    }
}
