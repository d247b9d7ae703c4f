/// Money put on the counter by one method.
public struct Payment: Hashable, Codable, Sendable {
    public let method: PaymentMethod
    public let amount: Money

    public init(_ method: PaymentMethod, _ amount: Money) {
        self.method = method
        self.amount = amount
    }
}

/// What the law and the house say of taking money (rulebook 4.4).
public struct PaymentRules: Hashable, Codable, Sendable {
    /// The most that a consumer may pay in cash.
    public let cashLimit: Money
    public let instalmentLimit: Int

    public init(cashLimit: Money = .eur(1_000), instalmentLimit: Int = 4) {
        self.cashLimit = cashLimit
        self.instalmentLimit = instalmentLimit
    }

    /// - Throws: `too_few_instalments` for a plan of one payment or none, `too_many_instalments`.
    public func requireInstalments(_ count: Int) throws(Refusal) {
        guard !(2...instalmentLimit).contains(count) else { return }
        throw Refusal(
            count < 2 ? .tooFewInstalments : .tooManyInstalments,
            ["count": .number(count), "limit": .number(instalmentLimit)]
        )
    }

    /// A plan begins with money: the machine leaves with the first payment, not before it.
    ///
    /// - Throws: `first_payment_missing`, and what ``requireInstalments(_:)`` throws.
    public func requirePlan(of count: Int, beginningWith payments: Int) throws(Refusal) {
        try requireInstalments(count)
        guard payments == 0 else { return }
        throw Refusal(.firstPaymentMissing, ["count": .number(count)])
    }
}
