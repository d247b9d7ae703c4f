public import Domain
public import Postgres
import Store

/// Publishes a table of brackets from a day on.
public struct PublishBrackets: Command {
    public static let name = "publish-brackets"
    public static let summary = Phrase(
        fr: "publie les tranches de quotient à partir d'un jour",
        en: "publishes the brackets of quotients from a day on"
    )
    public static let permission = Permission(.admin)

    public let brackets: String
    /// The first day; today when it is nil.
    public let from: Day?
    /// The least quotient of each bracket; the first is 0.
    public let floors: [Int]
    /// The quotient from which nobody is eligible.
    public let ceiling: Int
    public let source: String?

    public init(
        brackets: String,
        from: Day? = nil,
        floors: [Int],
        ceiling: Int,
        source: String? = nil
    ) {
        self.brackets = brackets
        self.from = from
        self.floors = floors
        self.ceiling = ceiling
        self.source = source
    }

    public init(_ table: BracketTable, from: Day? = nil, source: String? = nil) {
        self.init(
            brackets: table.version,
            from: from,
            floors: table.floors,
            ceiling: table.ceiling,
            source: source
        )
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PublishedRule {
        guard let table = BracketTable(version: brackets, floors: floors, ceiling: ceiling) else {
            let rising = Phrase(
                fr: "des seuils qui montent de 0 jusque sous le plafond",
                en: "floors that rise from 0 to below the ceiling"
            )
            let given = floors.map { String($0) }.joined(separator: ", ")
            throw .unreadable(Unreadable("\(given) < \(ceiling)", expected: rising))
        }
        try requireGrid(of: table, in: db, circumstances)
        let publishing = Publishing(
            kind: .brackets,
            name: brackets,
            from: from ?? circumstances.today,
            source: source ?? ""
        )
        let version = try publishing.publish(in: db, circumstances)
        try Failure.running { () throws(PostgresError) in
            try BracketStore.add(table, circumstances.speaker, in: db)
        }
        return PublishedRule(version, entries: table.count)
    }
}

extension PublishBrackets {
    /// The grid in force gives a price for each bracket.
    ///
    /// Brackets of a later day may be more or fewer: the grid that goes with them is published next, from the same day.
    private func requireGrid(
        of table: BracketTable,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        let day = from ?? circumstances.today
        guard day <= circumstances.today else { return }
        let grid = try Failure.running { () throws(PostgresError) -> PriceGrid? in
            let speaker = circumstances.speaker
            guard let grid = try RuleStore.version(of: .priceGrid, on: day, speaker, in: db) else {
                return nil
            }
            let cells = try PriceStore.cells(of: grid.name, speaker, in: db)
            return PriceGrid(version: grid.name, cells: cells)
        }
        guard let grid, grid.brackets > 0, grid.brackets != table.count else { return }
        throw .unreadable(
            Unreadable(
                "floors",
                expected: Phrase(
                    fr: "\(grid.brackets) tranches, comme la grille en vigueur (\(grid.version)) ; "
                        + "pour en changer le nombre, publiez-les pour un jour à venir, puis la grille",
                    en: "\(grid.brackets) brackets, as the grid in force has (\(grid.version)); "
                        + "to change their number, publish them for a day to come, then the grid"
                )
            )
        )
    }
}

extension BracketTable {
    /// The table in force on a day; nil while none is.
    static func inForce(
        on day: Day,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> BracketTable? {
        try Failure.running { () throws(PostgresError) -> BracketTable? in
            let speaker = circumstances.speaker
            let version = try RuleStore.version(of: .brackets, on: day, speaker, in: db)
            guard let version else { return nil }
            return try BracketStore.table(named: version.name, speaker, in: db)
        }
    }
}
