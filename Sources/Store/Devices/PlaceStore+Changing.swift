public import Postgres

extension PlaceStore {
    /// What is around a place and what is in it.
    public struct Sheet: Hashable, Sendable {
        public let site: String
        /// The way of the place around it; nil at the top of a site.
        public let within: String?
        /// Machines that are here.
        public let devices: Int
        /// Drives not proven clean.
        public let drives: Int
        public let places: Int
    }

    /// Nil for a place that is not there or was retired.
    public static func sheet(
        of place: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Sheet? {
        let row = try db.optionalRow(
            """
            SELECT s.name AS site, u.path AS within, k.devices, k.drives, k.places
              FROM core.place AS p
              JOIN core.site AS s ON s.org_id = p.org_id AND s.site_id = p.site_id
              LEFT JOIN report.place_path AS u ON u.org_id = p.org_id AND u.place_id = p.parent_id
             CROSS JOIN LATERAL core.kept_at(p.org_id, p.place_id) AS k
             WHERE p.org_id = \(speaker.organisation) AND p.place_id = \(place) AND p.retired_on IS NULL
            """
        )
        guard let row else { return nil }
        return Sheet(
            site: try row.decode("site"),
            within: try row.decode("within"),
            devices: Int(try row.decode("devices", as: Int64.self)),
            drives: Int(try row.decode("drives", as: Int64.self)),
            places: Int(try row.decode("places", as: Int64.self))
        )
    }

    /// The way to a place in use, from the site down.
    public static func path(
        of place: Int32,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String {
        try db.row(
            "SELECT path FROM report.place_path WHERE org_id = \(speaker.organisation) AND place_id = \(place)"
        ).decode("path")
    }

    /// What is nil stays; a place goes under another, or with a site alone to its top.
    public static func change(
        _ place: Int32,
        name: String?,
        site: Int32?,
        in parent: Int32?,
        locked: Bool?,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            "SELECT core.change_place(\(place), \(name), \(site), \(parent), \(locked))"
        )
    }

    public static func retire(
        _ place: Int32,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.retire_place(\(place))")
    }
}
