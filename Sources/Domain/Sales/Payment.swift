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

    public func requireInstalments(_ count: Int) throws(Refusal) {
        guard count > instalmentLimit else { return }
        throw Refusal(
            .tooManyInstalments,
            ["count": .number(count), "limit": .number(instalmentLimit)]
        )
    }
}
