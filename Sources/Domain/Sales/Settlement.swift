/// Payments that meet a total, and the change given on it.
public struct Settlement: Hashable, Codable, Sendable {
    public let total: Money
    /// As put on the counter.
    public let payments: [Payment]
    /// Given back in cash; zero when the payments meet the total.
    public let change: Money

    /// - Parameters:
    ///   - total: What is due, above zero: a price of zero is a gift, not a sale.
    ///   - payments: Each above zero, methods in any mixture.
    ///   - rules: The limits in force.
    /// - Throws: `payment_not_positive`, `method_brings_no_money`, `payment_incomplete`,
    ///   `payment_too_high` when change would have to be given on something other than cash, or
    ///   `cash_limit_exceeded`.
    public init(
        of total: Money,
        by payments: [Payment],
        rules: PaymentRules = PaymentRules()
    ) throws(Refusal) {
        for payment in payments where payment.amount.cents <= 0 || payment.method == .free {
            throw Refusal(
                .paymentNotPositive,
                ["amount": .money(payment.amount), "method": .word(payment.method)]
            )
        }
        if let plan = payments.first(where: { !$0.method.bringsMoney }) {
            let known = PaymentMethod.allCases.filter(\.bringsMoney)
            throw Refusal(
                .methodBringsNoMoney,
                ["method": .word(plan.method), "methods": .list(known)]
            )
        }
        let paid = payments.map(\.amount).total(in: total.currency)
        let cash = payments.filter { $0.method == .cash }.map(\.amount).total(in: total.currency)
        let facts: [String: Fact] = ["total": .money(total), "paid": .money(paid)]
        guard paid >= total else {
            let missing = Fact.money(total - paid)
            throw Refusal(.paymentIncomplete, facts.merging(["missing": missing]) { $1 })
        }
        let change = paid - total
        guard change <= cash else {
            throw Refusal(.paymentTooHigh, facts.merging(["cash": .money(cash)]) { $1 })
        }
        let kept = cash - change
        guard kept <= rules.cashLimit else {
            let facts: [String: Fact] = ["cash": .money(kept), "limit": .money(rules.cashLimit)]
            throw Refusal(.cashLimitExceeded, facts)
        }
        self.total = total
        self.payments = payments
        self.change = change
    }
}
