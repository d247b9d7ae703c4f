public import Domain
public import Postgres
import Store

/// What a grid would change for every device on the shelf, before anyone publishes it.
public struct PreviewPriceGrid: Question {
    public static let name = "preview-price-grid"
    public static let summary = Phrase(
        fr: "dit ce qu'une grille changerait sur tout le stock, sans la publier",
        en: "says what a grid would change over the whole stock, without publishing it"
    )
    public static let permission = Permission(.admin, .shop, .accountant)
    public static var side: Side { .main }

    /// As `publish-price-grid` takes them.
    public let rows: [PublishPriceGrid.Row]
    /// Other caps, as `publish-caps` takes them; those in force when it is nil.
    public let caps: [PublishCaps.Cap]?

    public init(rows: [PublishPriceGrid.Row], caps: [PublishCaps.Cap]? = nil) {
        self.rows = rows
        self.caps = caps
    }

    public struct Line: Codable, Sendable, Hashable {
        public let kind: DeviceType
        /// `A`, `B` or `C`.
        public let grade: String
        public let origin: OriginRegime
        public let count: Int
        /// By bracket, the lowest incomes first; nil where there is no price.
        public let before: [Int64?]
        public let after: [Int64?]
        /// Brackets in which the legal cap makes the price.
        public let capped: [String]
        public let isChanged: Bool
        /// True when some bracket would have no price: those devices could not be sold to it.
        public let isUnpriced: Bool

        private enum CodingKeys: String, CodingKey {
            case kind, grade, origin, count, before, after, capped
            case isChanged = "is_changed"
            case isUnpriced = "is_unpriced"
        }
    }

    public struct Answer: Codable, Sendable, Hashable {
        /// The grid in force.
        public let grid: String
        public let devices: Int
        /// Devices of which some price changes.
        public let changed: Int
        public let unpriced: Int
        /// What the whole stock would bring, by bracket.
        public let totalBefore: [Int64]
        public let totalAfter: [Int64]
        public let rows: [Line]
        public let explanation: Phrase

        private enum CodingKeys: String, CodingKey {
            case grid, devices, changed, unpriced, rows, explanation
            case totalBefore = "total_before"
            case totalAfter = "total_after"
        }
    }

    /// - Throws: `rule_missing` when no grid is in force, `.unreadable` for a grade or a price that is none.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let speaker = circumstances.speaker
        let new = try PublishPriceGrid(grid: "?", rows: rows).priceGrid()
        let version = try RuleStore.Kind.priceGrid.version(
            on: circumstances.today,
            speaker,
            in: db
        )
        let (cells, legal, stock) = try Failure.running { () throws(PostgresError) in
            let caps = try RuleStore.version(
                of: .publicCap,
                on: circumstances.today,
                speaker,
                in: db
            )
            return (
                try PriceStore.cells(of: version.name, speaker, in: db),
                try caps.map { (caps) throws(PostgresError) in
                    try PriceStore.caps(of: caps.name, speaker, in: db)
                } ?? [:],
                try StockStore.offered(speaker, in: db)
            )
        }
        let inForce = legal.mapValues { Money(cents: $0) }
        let proposed = caps.map { caps in
            Dictionary(caps.map { ($0.kind, Money(cents: $0.cents)) }) { $1 }
        }
        let old = PriceGrid(version: version.name, cells: cells)
        let brackets = max(old.brackets, new.brackets)
        let preview = GridPreview(
            of: stock,
            from: PriceRules(grid: old, caps: PriceCaps(version: "", caps: inForce)),
            to: PriceRules(grid: new, caps: PriceCaps(version: "", caps: proposed ?? inForce)),
            brackets: brackets
        )
        return Answer(preview, grid: version.name, brackets: brackets)
    }
}

extension PreviewPriceGrid.Answer {
    init(_ preview: GridPreview, grid: String, brackets: Int) {
        self.grid = grid
        let all = (0..<brackets).map { Bracket($0 + 1) }
        devices = preview.lines.reduce(0) { $0 + $1.stock.count }
        changed = preview.lines.filter(\.isChanged).reduce(0) { $0 + $1.stock.count }
        unpriced = preview.lines.filter(\.isUnpriced).reduce(0) { $0 + $1.stock.count }
        totalBefore = all.map { preview.total(in: $0, \.before).cents }
        totalAfter = all.map { preview.total(in: $0, \.after).cents }
        rows = preview.lines.map { line in
            PreviewPriceGrid.Line(
                kind: line.stock.type,
                grade: line.stock.grade.letter,
                origin: line.stock.regime,
                count: line.stock.count,
                before: line.before.map { $0?.cents },
                after: line.after.map { $0?.cents },
                capped: line.capped.map(\.name),
                isChanged: line.isChanged,
                isUnpriced: line.isUnpriced
            )
        }
        explanation = Phrase(
            fr: "Sur \(devices) appareils en rayon, \(changed) changeraient de prix et "
                + "\(unpriced) n'en auraient plus pour une tranche au moins.",
            en: "Of \(devices) devices on the shelf, \(changed) would change their price and "
                + "\(unpriced) would have none for one bracket at least."
        )
    }
}

extension PriceGrid {
    /// How many brackets it knows.
    var brackets: Int { rows.map(\.prices.count).max() ?? 0 }

    /// A grid as it was published, cell by cell; derived kinds are computed again from the rows.
    init(version: String, cells: [PriceStore.Cell]) {
        var rows: [Row] = []
        for kind in DeviceType.allCases where kind.priceFormula == .row(kind) {
            for grade in Grade.allCases {
                let found = cells.filter { $0.kind == kind && $0.grade == grade }
                guard !found.isEmpty else { continue }
                let prices = found.sorted { $0.bracket < $1.bracket }.map { Money(cents: $0.cents) }
                rows.append(Row(kind, grade, prices))
            }
        }
        self.init(version: version, rows: rows)
    }
}
