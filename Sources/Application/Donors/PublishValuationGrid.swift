public import Domain
public import Postgres
import Store

/// Publishes what individuals' devices would fetch, by kind, year of make and condition, from a day on.
public struct PublishValuationGrid: Command {
    public static let name = "publish-valuation-grid"
    public static let summary = Phrase(
        fr: "publie la grille de valeur des dons de particuliers",
        en: "publishes the grid of the value of individuals' gifts"
    )
    public static let permission = Permission(.admin)

    public struct Row: Codable, Sendable, Hashable {
        public let kind: DeviceType
        /// The first year of make to which the row applies.
        public let madeFrom: Int16
        public let condition: Grade
        public let cents: Int64

        enum CodingKeys: String, CodingKey {
            case kind, condition, cents
            case madeFrom = "made_from"
        }

        public init(kind: DeviceType, madeFrom: Int16, condition: Grade, cents: Int64) {
            self.kind = kind
            self.madeFrom = madeFrom
            self.condition = condition
            self.cents = cents
        }
    }

    /// What the grid is called from then on, in every receipt's valuation.
    public let grid: String
    public let from: Day
    public let rows: [Row]

    public init(grid: String, from: Day, rows: [Row]) {
        self.grid = grid
        self.from = from
        self.rows = rows
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let grid: String
        public let rows: Int
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let values = rows.map {
            ValuationGrid.Row(
                $0.kind,
                madeFrom: Int($0.madeFrom),
                $0.condition,
                Money(cents: $0.cents)
            )
        }
        try Failure.running { () throws(PostgresError) in
            try ValuationGridStore.publish(
                ValuationGrid(version: grid, rows: values),
                from: from,
                of: circumstances.speaker,
                in: db
            )
        }
        return Outcome(grid: grid, rows: rows.count)
    }
}
