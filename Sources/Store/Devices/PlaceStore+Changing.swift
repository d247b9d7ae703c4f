public import Postgres

extension PlaceStore {
    /// A place with what is in it.
    public struct Sheet: Hashable, Sendable {
        public let place: Int32
        public let name: String
        /// From the site down.
        public let path: String
        public let site: String
        /// The way of the place around it; nil at the top of a site.
        public let within: String?
        public let isLocked: Bool
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
            SELECT w.name, w.path, s.name AS site, u.path AS within, w.is_locked_zone,
                   (SELECT count(*) FROM core.device AS d JOIN lifecycle.state AS t ON t.state = d.state
                     WHERE d.org_id = w.org_id AND d.place_id = w.place_id AND t.stage NOT IN ('out', 'end')) AS devices,
                   (SELECT count(*) FROM core.drives_kept_at(w.org_id, w.place_id)) AS drives,
                   (SELECT count(*) FROM core.place AS c
                     WHERE c.org_id = w.org_id AND c.parent_id = w.place_id AND c.retired_on IS NULL) AS places
              FROM report.place_path AS w
              JOIN core.place AS p ON p.org_id = w.org_id AND p.place_id = w.place_id
              JOIN core.site AS s ON s.org_id = p.org_id AND s.site_id = p.site_id
              LEFT JOIN report.place_path AS u ON u.org_id = p.org_id AND u.place_id = p.parent_id
             WHERE w.org_id = \(speaker.organisation) AND w.place_id = \(place)
            """
        )
        guard let row else { return nil }
        return Sheet(
            place: place,
            name: try row.decode("name"),
            path: try row.decode("path"),
            site: try row.decode("site"),
            within: try row.decode("within"),
            isLocked: try row.decode("is_locked_zone"),
            devices: Int(try row.decode("devices", as: Int64.self)),
            drives: Int(try row.decode("drives", as: Int64.self)),
            places: Int(try row.decode("places", as: Int64.self))
        )
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
