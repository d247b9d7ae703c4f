/// The prices by type, grade and bracket, tax included, under one version.
public struct PriceGrid: Hashable, Codable, Sendable {
    public struct Row: Hashable, Codable, Sendable {
        public let type: DeviceType
        public let grade: Grade
        /// By bracket, the lowest incomes first.
        public let prices: [Money]

        public init(_ type: DeviceType, _ grade: Grade, _ prices: [Money]) {
            self.type = type
            self.grade = grade
            self.prices = prices
        }
    }

    public let version: String
    public let rows: [Row]

    public init(version: String, rows: [Row]) {
        self.version = version
        self.rows = rows
    }

    /// The grid's price, derived types included, never below zero; nil when it says nothing.
    public func price(of type: DeviceType, grade: Grade, bracket: Bracket) -> Money? {
        switch type.priceFormula {
        case .row(let row): return written(row, grade, bracket)
        case .multiple(let row, let times): return written(row, grade, bracket).map { $0 * times }
        case .difference(let whole, let part):
            guard let whole = written(whole, grade, bracket),
                let part = written(part, grade, bracket)
            else { return nil }
            return max(whole - part, .zero(whole.currency))
        case .none: return nil
        }
    }

    private func written(_ type: DeviceType, _ grade: Grade, _ bracket: Bracket) -> Money? {
        guard let row = rows.first(where: { $0.type == type && $0.grade == grade }),
            row.prices.indices.contains(bracket.number - 1)
        else { return nil }
        return row.prices[bracket.number - 1]
    }
}

extension PriceGrid {
    /// The demonstration grid of the rulebook (2.3), in euros.
    public static let frenchDemo2026 = PriceGrid(
        version: "FR-DEMO-2026",
        rows: rows(
            [.laptop],
            [[60, 80, 100, 130, 160], [45, 60, 80, 105, 130], [30, 40, 55, 75, 95]]
        )
            + rows(
                [.desktopSet],
                [[50, 65, 85, 110, 140], [35, 50, 65, 85, 110], [25, 35, 45, 60, 80]]
            )
            + rows(
                [.tablet, .smartphone],
                [[30, 40, 55, 70, 90], [20, 30, 40, 55, 70], [15, 20, 30, 40, 50]]
            )
            + rows(
                [.monitor, .printer],
                [[10, 14, 18, 22, 28], [8, 10, 14, 18, 22], [5, 7, 9, 12, 15]]
            )
    )

    private static func rows(_ types: [DeviceType], _ prices: [[Int64]]) -> [Row] {
        types.flatMap { type in
            zip(Grade.allCases, prices).map { Row(type, $0, $1.map(Money.eur)) }
        }
    }
}
