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
