/// From type, grade, bracket and origin to the price (rulebook 2.3).
public struct PriceRules: Hashable, Codable, Sendable {
    public let grid: PriceGrid
    public let caps: PriceCaps

    public init(grid: PriceGrid, caps: PriceCaps) {
        self.grid = grid
        self.caps = caps
    }

    public static let frenchDemo2026 = PriceRules(grid: .frenchDemo2026, caps: .frenchPublic2022)

    /// The price with its reasons.
    ///
    /// - Parameters:
    ///   - type: What is sold.
    ///   - grade: Its grade.
    ///   - bracket: The buyer's bracket.
    ///   - regime: How the device came.
    ///   - isFullyWorking: False for a set sold without a working battery: the decree on public
    ///     gifts allows a price for working items only, so that such a one is given.
    /// - Returns: What is charged, and the grid, cap and regime that made it.
    /// - Throws: `grade_not_sellable` or `price_missing`.
    public func price(
        of type: DeviceType,
        grade: Grade,
        bracket: Bracket,
        regime: OriginRegime,
        isFullyWorking: Bool = true
    ) throws(Refusal) -> PriceExplanation {
        guard grade.isSellable else {
            throw Refusal(
                .gradeNotSellable,
                ["device": .word(type), "grade": .text(grade.letter)],
                next: ["repair", "set_for_parts"]
            )
        }
        guard let gridPrice = grid.price(of: type, grade: grade, bracket: bracket) else {
            throw Refusal(
                .priceMissing,
                [
                    "grid": .text(grid.version), "type": .word(type),
                    "grade": .text(grade.letter), "bracket": .text(bracket.name),
                ]
            )
        }
        let cap = cap(of: type, regime, isFullyWorking, currency: gridPrice.currency)
        return PriceExplanation(
            type: type,
            grade: grade,
            bracket: bracket,
            regime: regime,
            gridPrice: gridPrice,
            cap: cap,
            price: cap.map { min($0, gridPrice) } ?? gridPrice,
            gridVersion: grid.version,
            capVersion: cap == nil ? nil : caps.version
        )
    }

    private func cap(
        of type: DeviceType,
        _ regime: OriginRegime,
        _ isFullyWorking: Bool,
        currency: Currency
    ) -> Money? {
        switch regime {
        case .private, .ukRgaAgency: nil
        case .publicNoResale: .zero(currency)
        case .publicResale: isFullyWorking ? caps.caps[type] : .zero(currency)
        }
    }
}
