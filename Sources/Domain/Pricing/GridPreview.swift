/// What another grid would change for devices on the shelf, before anyone publishes it.
public struct GridPreview: Hashable, Sendable {
    /// Devices of one kind, grade and origin.
    public struct Stock: Hashable, Sendable {
        public let type: DeviceType
        public let grade: Grade
        public let regime: OriginRegime
        public let count: Int

        public init(type: DeviceType, grade: Grade, regime: OriginRegime, count: Int) {
            self.type = type
            self.grade = grade
            self.regime = regime
            self.count = count
        }
    }

    /// The prices of one line of the stock, by bracket; nil where a grid says nothing.
    public struct Line: Hashable, Sendable {
        public let stock: Stock
        public let before: [Money?]
        public let after: [Money?]
        /// The brackets in which a legal cap, not the new grid, makes the price.
        public let capped: [Bracket]

        public var isChanged: Bool { before != after }
        /// True when the new grid leaves some bracket without a price: the devices could not be sold to it.
        public var isUnpriced: Bool { after.contains(nil) }
    }

    public let lines: [Line]

    /// Compares two rules over a stock, for so many brackets.
    public init(of stock: [Stock], from before: PriceRules, to after: PriceRules, brackets: Int) {
        lines = stock.map { stock in
            let old = Self.prices(of: stock, before, brackets)
            let new = Self.prices(of: stock, after, brackets)
            return Line(
                stock: stock,
                before: old.map { $0?.price },
                after: new.map { $0?.price },
                capped: new.compactMap { price in
                    price.flatMap { $0.price < $0.gridPrice ? $0.bracket : nil }
                }
            )
        }
    }

    /// What the whole stock would bring if everything were sold to one bracket; devices without a price bring nothing.
    public func total(in bracket: Bracket, _ prices: (Line) -> [Money?]) -> Money {
        lines.compactMap { line in
            let all = prices(line)
            guard all.indices.contains(bracket.number - 1) else { return nil }
            return all[bracket.number - 1].map { $0 * line.stock.count }
        }.total()
    }

    private static func prices(
        of stock: Stock,
        _ rules: PriceRules,
        _ brackets: Int
    ) -> [PriceExplanation?] {
        (0..<brackets).map { index in
            try? rules.price(
                of: stock.type,
                grade: stock.grade,
                bracket: Bracket(index + 1),
                regime: stock.regime
            )
        }
    }
}
