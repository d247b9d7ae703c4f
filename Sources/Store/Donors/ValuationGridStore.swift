public import Domain
public import Postgres

/// The dated grid by which individuals' gifts are valued.
public enum ValuationGridStore {
    /// The grid in force on a day; nil when none is.
    public static func grid(
        on day: Day,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> ValuationGrid? {
        let rows = try db.rows(
            """
            SELECT r.name, v.kind, v.made_from, v.condition, v.cents
              FROM core.rule_version AS r JOIN core.gift_value AS v ON v.org_id = r.org_id AND v.grid = r.name
             WHERE r.org_id = \(speaker.organisation) AND r.kind = 'valuation_grid' AND \(day.iso)::date <@ r.during
            """
        )
        guard let first = rows.first else { return nil }
        var values: [ValuationGrid.Row] = []
        for row in rows {
            let condition: String = try row.decode("condition")
            guard let type = DeviceType(rawValue: try row.decode("kind")),
                let grade = Grade(rawValue: condition.lowercased())
            else { continue }
            values.append(
                ValuationGrid.Row(
                    type,
                    madeFrom: Int(try row.decode("made_from", as: Int32.self)),
                    grade,
                    Money(cents: try row.decode("cents"))
                )
            )
        }
        return ValuationGrid(version: try first.decode("name"), rows: values)
    }

    /// Publishes a grid from a day on; the one in force ends the day before.
    public static func publish(
        _ grid: ValuationGrid,
        from day: Day,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            UPDATE core.rule_version SET during = daterange(lower(during), \(day.iso)::date)
             WHERE org_id = \(speaker.organisation) AND kind = 'valuation_grid' AND \(day.iso)::date <@ during
               AND lower(during) < \(day.iso)::date
            """
        )
        try db.execute(
            """
            INSERT INTO core.rule_version (org_id, kind, name, during)
            VALUES (\(speaker.organisation), 'valuation_grid', \(grid.version), daterange(\(day.iso)::date, NULL))
            """
        )
        try db.execute(
            """
            INSERT INTO core.gift_value (org_id, grid, kind, made_from, condition, cents)
            SELECT \(speaker.organisation), \(grid.version), * FROM unnest(\(grid.rows.map(\.type.rawValue))::text[],
                \(grid.rows.map { Int16($0.madeFrom) })::smallint[], \(grid.rows.map { $0.condition.rawValue.uppercased() })::text[],
                \(grid.rows.map(\.value.cents))::bigint[])
            """
        )
    }
}
