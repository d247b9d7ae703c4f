public import Domain
public import Postgres

/// What is on the shelf, by what makes its price.
public enum StockStore {
    /// Devices that are offered, counted by kind, grade and origin.
    public static func offered(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [GridPreview.Stock] {
        var stock: [GridPreview.Stock] = []
        let rows = try db.rows(
            """
            SELECT d.kind, lower(o.grade) AS grade, s.origin_regime, count(*)::integer AS count
              FROM core.offer AS o
              JOIN core.device AS d ON d.org_id = o.org_id AND d.device_id = o.device_id
              JOIN core.stay AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.stay = d.stay
             WHERE o.org_id = \(speaker.organisation) AND o.withdrawn_at IS NULL
             GROUP BY d.kind, o.grade, s.origin_regime ORDER BY d.kind, o.grade, s.origin_regime
            """
        )
        for row in rows {
            guard let type = DeviceType(rawValue: try row.decode("kind")),
                let grade = Grade(rawValue: try row.decode("grade")),
                let regime = OriginRegime(rawValue: try row.decode("origin_regime"))
            else { continue }
            let count: Int32 = try row.decode("count")
            stock.append(
                GridPreview.Stock(type: type, grade: grade, regime: regime, count: Int(count))
            )
        }
        return stock
    }
}
