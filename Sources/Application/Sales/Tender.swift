public import Domain
import Store

/// Money as it is put on the counter for a sale.
public struct Tender: Codable, Sendable, Hashable {
    public let method: PaymentMethod
    /// What it pays; cash beyond the price is given back.
    public let cents: Int64
    /// What was put down in cash for it; what is beyond `cents` is given back.
    public let tendered: Int64?

    public init(_ method: PaymentMethod, cents: Int64, tendered: Int64? = nil) {
        self.method = method
        self.cents = cents
        self.tendered = tendered
    }

    var payment: Payment { Payment(method, Money(cents: cents)) }

    /// What was put down beyond what it pays.
    fileprivate var surplus: Int64 { tendered.map { $0 - cents } ?? 0 }

    /// No till holds more, and sums of such amounts stay far from the largest number.
    private static let mostCents: Int64 = 100_000_000_00

    /// - Throws: `tendered_not_cash`, `tendered_too_little`, `payment_too_high`,
    ///   `payment_not_positive`.
    fileprivate func check(against price: Money) throws(Refusal) {
        let amount = Fact.money(payment.amount)
        guard cents > 0 else {
            throw Refusal(.paymentNotPositive, ["amount": amount, "method": .word(method)])
        }
        guard cents <= Self.mostCents, tendered ?? 0 <= Self.mostCents else {
            let cash = Fact.money(method == .cash ? payment.amount : .zero())
            let most = Fact.money(Money(cents: max(cents, tendered ?? 0)))
            throw Refusal(
                .paymentTooHigh,
                ["total": .money(price), "paid": most, "cash": cash]
            )
        }
        guard let tendered else { return }
        let facts = ["amount": amount, "tendered": Fact.money(Money(cents: tendered))]
        guard method == .cash else {
            throw Refusal(.tenderedNotCash, facts.merging(["method": .word(method)]) { $1 })
        }
        guard tendered >= cents else { throw Refusal(.tenderedTooLittle, facts) }
    }
}

/// Payments reckoned against a price: what each one pays, and the change.
struct Reckoning {
    let paid: [SaleStore.Paid]
    let change: Money
    let due: Money

    /// `instalments` says how many payments were agreed; nil when all is paid at once.
    ///
    /// What a payment says it pays is what is kept of it; what was put down beyond it is given back.
    ///
    /// - Throws: `payment_incomplete`, `payment_too_high`, `payment_not_positive`, `cash_limit_exceeded`,
    ///   `too_many_instalments`, `tendered_not_cash`, `tendered_too_little`.
    init(of price: Money, by tenders: [Tender], instalments: Int?) throws(Refusal) {
        if let instalments { try PaymentRules().requireInstalments(instalments) }
        for tender in tenders { try tender.check(against: price) }
        let payments = tenders.map(\.payment)
        let given = payments.map(\.amount).total()
        let total = instalments == nil ? price : min(price, given)
        guard !price.isZero, !(instalments != nil && tenders.isEmpty) else {
            try Self.refuse(payments, forNothing: price)
            (paid, change, due) = ([], .zero(), price)
            return
        }
        let settlement = try Settlement(of: total, by: payments)
        change = settlement.change + Money(cents: tenders.reduce(0) { $0 + $1.surplus })
        due = price - total
        paid = Self.kept(of: tenders, givingBack: settlement.change.cents)
    }

    /// What stays of each payment, when so much is given back of the last ones in cash.
    private static func kept(of tenders: [Tender], givingBack change: Int64) -> [SaleStore.Paid] {
        var left = change
        var kept: [SaleStore.Paid] = []
        for tender in tenders.reversed() {
            let isCash = tender.method == .cash
            let back = isCash ? min(left, tender.cents) : 0
            left -= back
            let cents = tender.cents - back
            guard cents > 0 else { continue }
            let tendered = isCash ? tender.tendered ?? tender.cents : nil
            kept.append(.init(method: tender.method, cents: cents, tenderedCents: tendered))
        }
        return kept.reversed()
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
