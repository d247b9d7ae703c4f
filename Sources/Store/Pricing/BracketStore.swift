public import Domain
public import Postgres

/// Tables of brackets as they were published.
public enum BracketStore {
    /// Writes the table: its brackets, and above the ceiling one that is not eligible.
    public static func add(
        _ table: BracketTable,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        let ends = table.floors.dropFirst() + [table.ceiling]
        let names = (1...table.count + 1).map { Bracket($0).name }
        let eligible = table.floors.map { _ in true } + [false]
        try db.execute(
            """
            INSERT INTO core.bracket (org_id, brackets, bracket, position, quotient, eligible)
            SELECT \(speaker.organisation), \(table.version), g.bracket, g.position, int4range(g.floor, g.upto), g.eligible
              FROM unnest(\(names)::text[], \((table.floors + [table.ceiling]).map(\.asInt32))::integer[],
                  \(ends.map { Int32?($0.asInt32) } + [nil])::integer[], \(eligible)::boolean[])
                  WITH ORDINALITY AS g (bracket, floor, upto, eligible, position)
            """
        )
    }

    /// A table by its name; nil when its rows are no table.
    public static func table(
        named name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> BracketTable? {
        var floors: [Int] = []
        var ceiling = Int(Int32.max)
        let rows = try db.rows(
            """
            SELECT lower(quotient) AS floor, eligible FROM core.bracket
             WHERE org_id = \(speaker.organisation) AND brackets = \(name) ORDER BY position
            """
        )
        for row in rows {
            let floor = Int(try row.decode("floor", as: Int32.self))
            if try row.decode("eligible") { floors.append(floor) } else { ceiling = floor }
        }
        return BracketTable(version: name, floors: floors, ceiling: ceiling)
    }
}

extension Int {
    fileprivate var asInt32: Int32 { Int32(clamping: self) }
}
