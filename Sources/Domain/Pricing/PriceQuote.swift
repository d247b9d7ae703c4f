/// A price as the counter may know it: everything that made it, except the bracket.
public struct PriceQuote: Hashable, Codable, Sendable {
    public let type: DeviceType
    public let grade: Grade
    public let regime: OriginRegime
    public let gridPrice: Money
    /// The legal cap that bounds the price; nil when the regime has none.
    public let cap: Money?
    /// What is charged.
    public let price: Money
    public let gridVersion: String

    public init(
        type: DeviceType,
        grade: Grade,
        regime: OriginRegime,
        gridPrice: Money,
        cap: Money?,
        price: Money,
        gridVersion: String
    ) {
        self.type = type
        self.grade = grade
        self.regime = regime
        self.gridPrice = gridPrice
        self.cap = cap
        self.price = price
        self.gridVersion = gridVersion
    }

    /// A price of zero makes a gift note, not a sale.
    public var isGift: Bool { price.isZero }

    /// The price and its reason in one sentence.
    public func sentence(in language: Language) -> String {
        sentence(in: language, [type.label(in: language), gradeWords(in: language)])
    }

    /// The same for a price that a person lowered: from what, to what.
    public func sentence(in language: Language, charged: Money) -> String {
        let whole = sentence(in: language)
        guard charged != price else { return whole }
        let (from, to) = (price.formatted(in: language), charged.formatted(in: language))
        return language == .fr
            ? "\(whole) Prix abaissé de \(from) à \(to)."
            : "\(whole) Price lowered from \(from) to \(to)."
    }

    func sentence(in language: Language, _ parts: [String]) -> String {
        let head = parts.joined(separator: ", ")
        let colon = language == .fr ? "\u{A0}:" : ":"
        let price = price.formatted(in: language)
        return "\(head)\(colon) \(price)\(reason(in: language)) (\(gridVersion))."
    }

    func gradeWords(in language: Language) -> String {
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
