/// A price that a person lowered, and why.
///
/// Our own rule: only downwards, by half at most, with a reason. Upwards never: the grid is what the
/// town voted. To zero never: a gift is decided as a gift.
public struct PriceAdjustment: Hashable, Codable, Sendable {
    public let original: Money
    public let adjusted: Money
    public let reason: String

    /// The share of the price that must remain, in per cent.
    public static let leastShare = 50

    /// - Throws: `reason_missing`, or `adjustment_out_of_bounds` with the bounds.
    public init(
        of price: Money,
        to adjusted: Money,
        because reason: String
    ) throws(Refusal) {
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw Refusal(
                .reasonMissing,
                [
                    "action": .word(
                        "adjust_price",
                        Phrase(fr: "ajuster le prix", en: "adjust the price")
                    )
                ]
            )
        }
        let lowest = price.share(percent: Self.leastShare)
        guard adjusted >= lowest, adjusted <= price else {
            throw Refusal(
                .adjustmentOutOfBounds,
                [
                    "adjusted": .money(adjusted), "lowest": .money(lowest),
                    "price": .money(price),
                ]
            )
        }
        original = price
        self.adjusted = adjusted
        self.reason = reason
    }
}
