/// A price and how it came about.
public struct PriceExplanation: Hashable, Codable, Sendable {
    public let type: DeviceType
    public let grade: Grade
    public let bracket: Bracket
    public let regime: OriginRegime
    public let gridPrice: Money
    /// The legal cap that bounds the price; nil when the regime has none.
    public let cap: Money?
    /// What is charged.
    public let price: Money
    public let gridVersion: String
    /// The version of the caps; nil when none applies.
    public let capVersion: String?

    public init(
        type: DeviceType,
        grade: Grade,
        bracket: Bracket,
        regime: OriginRegime,
        gridPrice: Money,
        cap: Money?,
        price: Money,
        gridVersion: String,
        capVersion: String?
    ) {
        self.type = type
        self.grade = grade
        self.bracket = bracket
        self.regime = regime
        self.gridPrice = gridPrice
        self.cap = cap
        self.price = price
        self.gridVersion = gridVersion
        self.capVersion = capVersion
    }

    /// A price of zero makes a gift note, not a sale.
    public var isGift: Bool { price.isZero }

    /// The same without the bracket, for the counter.
    public var quote: PriceQuote {
        PriceQuote(
            type: type,
            grade: grade,
            regime: regime,
            gridPrice: gridPrice,
            cap: cap,
            price: price,
            gridVersion: gridVersion
        )
    }

    public func sentence(in language: Language) -> String {
        let quote = quote
        let parts = [type.label(in: language), quote.gradeWords(in: language), bracket.name]
        return quote.sentence(in: language, parts)
    }
}
