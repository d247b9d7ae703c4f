public import Domain
public import Postgres
import Store

/// Publishes a grid of prices from a day on; the grid in force ends the day before.
public struct PublishPriceGrid: Command {
    public static let name = "publish-price-grid"
    public static let summary = Phrase(
        fr: "publie une grille de prix à partir d'un jour",
        en: "publishes a price grid from a day on"
    )
    public static let permission = Permission(.admin)

    /// Prices of a kind and grade, by bracket, the lowest incomes first.
    public struct Row: Codable, Sendable, Hashable {
        public let kind: DeviceType
        /// `A`, `B` or `C`.
        public let grade: String
        public let cents: [Int64]

        public init(kind: DeviceType, grade: String, cents: [Int64]) {
            self.kind = kind
            self.grade = grade
            self.cents = cents
        }
    }

    public let grid: String
    /// The first day; today when it is nil.
    public let from: Day?
    public let rows: [Row]
    /// Who decided it, such as a council's decision.
    public let source: String?

    public init(grid: String, from: Day? = nil, rows: [Row], source: String? = nil) {
        self.grid = grid
        self.from = from
        self.rows = rows
        self.source = source
    }

    public init(_ grid: PriceGrid, from: Day? = nil, source: String? = nil) {
        let rows = grid.rows.map {
            Row(kind: $0.type, grade: $0.grade.letter, cents: $0.prices.map(\.cents))
        }
        self.init(grid: grid.version, from: from, rows: rows, source: source)
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PublishedRule {
        let cells = try cells()
        let publishing = Publishing(
            kind: .priceGrid,
            name: grid,
            from: from ?? circumstances.today,
            source: source ?? ""
        )
        let version = try publishing.publish(in: db, circumstances)
        try requireWidth(on: version.first, in: db, circumstances)
        try Failure.running { () throws(PostgresError) in
            try PriceStore.add(cells, grid: grid, circumstances.speaker, in: db)
        }
        return PublishedRule(version, entries: cells.count)
    }

    func priceGrid() throws(Failure) -> PriceGrid {
        var read: [PriceGrid.Row] = []
        for (index, row) in rows.enumerated() {
            guard let grade = Grade(rawValue: row.grade.lowercased()), grade.isSellable else {
                let grades = Phrase(fr: "une classe : A, B ou C", en: "a grade: A, B or C")
                throw .unreadable(Unreadable(row.grade, expected: grades))
            }
            if let negative = row.cents.first(where: { $0 < 0 }) {
                let prices = Phrase(fr: "un prix d'au moins zéro", en: "a price of at least zero")
                throw .unreadable(Unreadable(String(negative), expected: prices))
            }
            guard !row.cents.isEmpty else {
                let prices = Phrase(fr: "un prix par tranche", en: "a price for each bracket")
                throw .unreadable(Unreadable(place(of: index), expected: prices))
            }
            if let first = read.firstIndex(where: { $0.type == row.kind && $0.grade == grade }) {
                throw .unreadable(written(twice: index, as: first))
            }
            read.append(PriceGrid.Row(row.kind, grade, row.cents.map { Money(cents: $0) }))
        }
        return PriceGrid(version: grid, rows: read)
    }

    /// Every price that the grid gives, those of derived kinds included.
    func cells() throws(Failure) -> [PriceStore.Cell] {
        let grid = try priceGrid()
        let brackets = grid.rows.map(\.prices.count).max() ?? 0
        var cells: [PriceStore.Cell] = []
        for kind in DeviceType.allCases {
            for grade in Grade.allCases where grade.isSellable {
                for bracket in (0..<brackets).map({ Bracket($0 + 1) }) {
                    guard let price = grid.price(of: kind, grade: grade, bracket: bracket) else {
                        continue
                    }
                    let cents = price.cents
                    cells.append(
                        PriceStore.Cell(kind: kind, grade: grade, bracket: bracket, cents: cents)
                    )
                }
            }
        }
        return cells
    }
}

extension PublishPriceGrid {
    /// Each row has a price for each bracket in force that day; as many as the first where none is.
    private func requireWidth(
        on day: Day,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        let table = try BracketTable.inForce(on: day, in: db, circumstances)
        guard let width = table?.count ?? rows.first?.cents.count else { return }
        for (index, row) in rows.enumerated() where row.cents.count != width {
            let fr = "\(width) prix, un par tranche (\(table?.version ?? "première ligne")) ; "
            let en = "\(width) prices, one a bracket (\(table?.version ?? "first row")); "
            throw .unreadable(
                Unreadable(
                    place(of: index),
                    expected: Phrase(
                        fr: fr + "cette ligne en a \(row.cents.count)",
                        en: en + "this row has \(row.cents.count)"
                    )
                )
            )
        }
    }

    private func written(twice index: Int, as first: Int) -> Unreadable {
        Unreadable(
            place(of: index),
            expected: Phrase(
                fr: "une ligne par type et classe ; la ligne \(first + 1) dit déjà les mêmes",
                en: "one row for a kind and grade; row \(first + 1) says the same already"
            )
        )
    }

    /// A row as people find it: by its number, its kind and its grade.
    private func place(of index: Int) -> String {
        "rows.[\(index)] (\(index + 1): \(rows[index].kind.rawValue) \(rows[index].grade))"
    }
}
