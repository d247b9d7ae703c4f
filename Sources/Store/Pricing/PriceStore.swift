public import Domain
public import Postgres

/// What grids, caps and bracket tables say, cell by cell.
public enum PriceStore {
    /// One cell of a grid.
    public struct Cell: Hashable, Sendable {
        public let kind: DeviceType
        public let grade: Grade
        public let bracket: Bracket
        public let cents: Int64

        public init(kind: DeviceType, grade: Grade, bracket: Bracket, cents: Int64) {
            self.kind = kind
            self.grade = grade
            self.bracket = bracket
            self.cents = cents
        }
    }

    public static func add(
        _ cells: [Cell],
        grid: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO core.price (org_id, grid, kind, grade, bracket, cents)
            SELECT \(speaker.organisation), \(grid), * FROM unnest(\(cells.map(\.kind.rawValue))::text[],
                \(cells.map(\.grade.letter))::text[], \(cells.map(\.bracket.name))::text[], \(cells.map(\.cents))::bigint[])
            """
        )
    }

    /// A grid's cells, by kind, grade and bracket.
    public static func cells(
        of grid: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Cell] {
        var cells: [Cell] = []
        let rows = try db.rows(
            """
            SELECT kind, lower(grade) AS grade, substr(bracket, 2)::integer AS bracket, cents
              FROM core.price WHERE org_id = \(speaker.organisation) AND grid = \(grid)
             ORDER BY kind, grade, bracket
            """
        )
        for row in rows {
            guard let kind = DeviceType(rawValue: try row.decode("kind")),
                let grade = Grade(rawValue: try row.decode("grade"))
            else { continue }
            let number: Int32 = try row.decode("bracket")
            cells.append(
                Cell(
                    kind: kind,
                    grade: grade,
                    bracket: Bracket(Int(number)),
                    cents: try row.decode("cents")
                )
            )
        }
        return cells
    }

    public static func add(
        _ caps: PriceCaps,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        let sorted = caps.caps.sorted { $0.key.rawValue < $1.key.rawValue }
        try db.execute(
            """
            INSERT INTO core.price_cap (org_id, caps, kind, cents)
            SELECT \(speaker.organisation), \(caps.version), *
              FROM unnest(\(sorted.map(\.key.rawValue))::text[], \(sorted.map(\.value.cents))::bigint[])
            """
        )
    }

    public static func caps(
        of name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [DeviceType: Int64] {
        var caps: [DeviceType: Int64] = [:]
        let rows = try db.rows(
            "SELECT kind, cents FROM core.price_cap WHERE org_id = \(speaker.organisation) AND caps = \(name)"
        )
        for row in rows {
            guard let kind = DeviceType(rawValue: try row.decode("kind")) else { continue }
            caps[kind] = try row.decode("cents")
        }
        return caps
    }

    /// What a voucher pays for a device today; the door refuses what may not be sold to it.
    public struct Quoted: Hashable, Sendable {
        public let device: Int64
        public let kind: DeviceType?
        public let grade: Grade?
        public let regime: OriginRegime?
        public let grid: String
        public let gridCents: Int64
        public let caps: String?
        public let capCents: Int64?
        public let priceCents: Int64
        /// The last day on which the voucher serves.
        public let until: Day
    }

    /// Asks the database, because the bracket never leaves the social schema; the transaction must be signed.
    public static func quote(
        voucher: String,
        device: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Quoted {
        let row = try db.row(
            """
            SELECT q.kind, lower(q.grade) AS grade, q.origin_regime, q.grid, q.grid_cents, q.caps, q.cap_cents, q.price_cents,
                   ((q.valid_until AT TIME ZONE o.time_zone)::date - 1)::text AS until
              FROM core.quote(\(voucher), \(device)) AS q, core.organisation AS o WHERE o.org_id = \(speaker.organisation)
            """
        )
        return Quoted(
            device: device,
            kind: DeviceType(rawValue: try row.decode("kind")),
            grade: Grade(rawValue: try row.decode("grade")),
            regime: OriginRegime(rawValue: try row.decode("origin_regime")),
            grid: try row.decode("grid"),
            gridCents: try row.decode("grid_cents"),
            caps: try row.decode("caps"),
            capCents: try row.decode("cap_cents"),
            priceCents: try row.decode("price_cents"),
            until: try row.day("until") ?? Day(number: 0)
        )
    }
}
