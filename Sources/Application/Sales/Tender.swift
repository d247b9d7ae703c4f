public import Domain
import Store

/// Money as it is put on the counter for a sale.
public struct Tender: Codable, Sendable, Hashable {
    public let method: PaymentMethod
    /// What it pays of the price; in cash it may be more, and change is given.
    public let cents: Int64
    /// What was put down in cash, when it is more than what it pays.
    public let tendered: Int64?

    public init(_ method: PaymentMethod, cents: Int64, tendered: Int64? = nil) {
        self.method = method
        self.cents = cents
        self.tendered = tendered
    }

    var payment: Payment { Payment(method, Money(cents: tendered ?? cents)) }
}

/// Payments reckoned against a price: what each one pays, and the change.
struct Reckoning {
    let paid: [SaleStore.Paid]
    let change: Money
    let due: Money

    /// `instalments` says how many payments were agreed; nil when all is paid at once.
    ///
    /// - Throws: `payment_incomplete`, `payment_too_high`, `payment_not_positive`, `cash_limit_exceeded`,
    ///   `too_many_instalments`.
    init(of price: Money, by tenders: [Tender], instalments: Int?) throws(Refusal) {
        if let instalments { try PaymentRules().requireInstalments(instalments) }
        let payments = tenders.map(\.payment)
        let given = payments.map(\.amount).total()
        let total = instalments == nil ? price : min(price, given)
        guard !price.isZero, !(instalments != nil && tenders.isEmpty) else {
            try Self.refuse(payments, forNothing: price)
            (paid, change, due) = ([], .zero(), price)
            return
        }
        let settlement = try Settlement(of: total, by: payments)
        change = settlement.change
        due = price - total
        var left = settlement.change.cents
        var paid: [SaleStore.Paid] = []
        for payment in payments.reversed() {
            let back = payment.method == .cash ? min(left, payment.amount.cents) : 0
            left -= back
            let cents = payment.amount.cents - back
            guard cents > 0 else { continue }
            let tendered = payment.method == .cash ? payment.amount.cents : nil
            paid.append(.init(method: payment.method, cents: cents, tenderedCents: tendered))
        }
        self.paid = paid.reversed()
    }

    private static func refuse(
        _ payments: [Payment],
        forNothing price: Money
    ) throws(Refusal) {
        guard let first = payments.first else { return }
        let total = Fact.money(price)
        let paid = Fact.money(first.amount)
        throw Refusal(.paymentTooHigh, ["total": total, "paid": paid, "cash": .money(.zero())])
    }
}
