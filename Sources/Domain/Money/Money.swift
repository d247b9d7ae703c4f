/// An amount of money, exact to the hundredth.
///
/// Sums of two currencies have no meaning: adding or comparing them is a bug and stops. A sum beyond 64 bits stays at their end,
/// where no wall lets it in.
public struct Money: Hashable, Codable, Sendable {
    public let cents: Int64
    public let currency: Currency

    public init(cents: Int64, currency: Currency = .eur) {
        self.cents = cents
        self.currency = currency
    }

    /// So many whole units, for tables and tests: `Money.eur(60)`.
    public static func eur(_ units: Int64) -> Money {
        Money(cents: units * 100, currency: .eur)
    }

    public static func zero(_ currency: Currency = .eur) -> Money {
        Money(cents: 0, currency: currency)
    }

    public var isZero: Bool { cents == 0 }

    /// This share of the amount, rounded half away from zero to the cent.
    public func share(percent: Int) -> Money {
        let hundredfold = cents.times(Int64(percent))
        let rounding: Int64 = hundredfold < 0 ? -50 : 50
        return Money(cents: hundredfold.plus(rounding) / 100, currency: currency)
    }
}

extension Money {
    public static func + (left: Money, right: Money) -> Money {
        left.requireSameCurrency(as: right)
        return Money(cents: left.cents.plus(right.cents), currency: left.currency)
    }

    public static func - (left: Money, right: Money) -> Money {
        left.requireSameCurrency(as: right)
        return Money(cents: left.cents.minus(right.cents), currency: left.currency)
    }

    public static func * (money: Money, times: Int) -> Money {
        Money(cents: money.cents.times(Int64(times)), currency: money.currency)
    }

    private func requireSameCurrency(as other: Money) {
        precondition(currency == other.currency, "amounts of two currencies cannot be combined")
    }
}

extension Money: Comparable {
    public static func < (left: Money, right: Money) -> Bool {
        left.requireSameCurrency(as: right)
        return left.cents < right.cents
    }
}

extension Sequence<Money> {
    /// The sum of these amounts; zero of `currency` when there are none.
    public func total(in currency: Currency = .eur) -> Money {
        reduce(.zero(currency), +)
    }
}

extension Int64 {
    /// The sum, or the end of the range that it goes beyond.
    fileprivate func plus(_ other: Int64) -> Int64 {
        let (sum, isBeyond) = addingReportingOverflow(other)
        return isBeyond ? (other < 0 ? .min : .max) : sum
    }

    fileprivate func minus(_ other: Int64) -> Int64 {
        let (difference, isBeyond) = subtractingReportingOverflow(other)
        return isBeyond ? (other < 0 ? .max : .min) : difference
    }

    fileprivate func times(_ other: Int64) -> Int64 {
        let (product, isBeyond) = multipliedReportingOverflow(by: other)
        return isBeyond ? ((self < 0) == (other < 0) ? .max : .min) : product
    }
}
