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

    public func sentence(in language: Language) -> String {
        let parts = [
            type.label(in: language), gradeWords(in: language), bracket.name,
        ]
        let head = parts.joined(separator: ", ")
        let price = price.formatted(in: language)
        return "\(head): \(price)\(reason(in: language)) (\(gridVersion))."
            .replacingColon(in: language)
    }

    private func gradeWords(in language: Language) -> String {
        language == .fr ? "classe \(grade.letter)" : "grade \(grade.letter)"
    }

    private func reason(in language: Language) -> String {
        if regime == .publicNoResale {
            return language == .fr
                ? ", don public qui ne se revend pas" : ", a public gift that may not be resold"
        }
        guard let cap, cap < gridPrice else { return "" }
        let (grid, most) = (gridPrice.formatted(in: language), cap.formatted(in: language))
        return language == .fr
            ? ", la grille dit \(grid) mais un don public est plafonné à \(most)"
            : ", the grid says \(grid) but a public gift is capped at \(most)"
    }
}

extension String {
    /// The first colon as the language sets it: after a no-break space in French.
    fileprivate func replacingColon(in language: Language) -> String {
        guard language == .fr, let colon = firstIndex(of: ":") else { return self }
        return self[..<colon] + "\u{A0}" + self[colon...]
    }
}
