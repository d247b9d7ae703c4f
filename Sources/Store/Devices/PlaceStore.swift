public import Postgres

/// Sites, places and lots: where machines and drives are, and what they travel in.
public enum PlaceStore {
    /// A place by its number, with the way to it.
    public struct Place: Hashable, Sendable {
        public let place: Int32
        public let name: String
        /// From the site down: `Atelier / Rayon 2 / Étagère 3`.
        public let path: String
        public let isLocked: Bool
    }

    /// The places that a name or a path means; case does not matter.
    public static func find(
        place text: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Place] {
        try places(
            db.rows(
                """
                SELECT place_id, name, path, is_locked_zone FROM report.place_path
                 WHERE org_id = \(speaker.organisation) AND (lower(name) = lower(\(text)) OR lower(path) = lower(\(text)))
                 ORDER BY path LIMIT 9
                """
            )
        )
    }

    /// Every place in use, in the order of their ways.
    public static func all(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Place] {
        try places(
            db.rows(
                """
                SELECT place_id, name, path, is_locked_zone FROM report.place_path
                 WHERE org_id = \(speaker.organisation) ORDER BY path LIMIT 5000
                """
            )
        )
    }

    private static func places(_ rows: Rows) throws(PostgresError) -> [Place] {
        var places: [Place] = []
        for row in rows {
            places.append(
                Place(
                    place: try row.decode("place_id"),
                    name: try row.decode("name"),
                    path: try row.decode("path"),
                    isLocked: try row.decode("is_locked_zone")
                )
            )
        }
        return places
    }

    /// Ways of places, nearest to a text first.
    public static func nearest(
        place text: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [String] {
        try names(
            db.rows(
                """
                SELECT path AS name FROM report.place_path WHERE org_id = \(speaker.organisation)
                 ORDER BY similarity(name, \(text)) DESC, path LIMIT 3
                """
            )
        )
    }

    public static func find(
        lot name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64? {
        try db.optionalRow(
            "SELECT lot_id FROM core.lot WHERE org_id = \(speaker.organisation) AND lower(name) = lower(\(name))"
        )?.decode("lot_id")
    }

    public static func nearest(
        lot name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [String] {
        try names(
            db.rows(
                """
                SELECT name FROM core.lot WHERE org_id = \(speaker.organisation)
                 ORDER BY similarity(name, \(name)) DESC, name LIMIT 3
                """
            )
        )
    }

    public static func find(
        site name: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32? {
        try db.optionalRow(
            "SELECT site_id FROM core.site WHERE org_id = \(speaker.organisation) AND lower(name) = lower(\(name))"
        )?.decode("site_id")
    }

    public static func sites(
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [String] {
        try names(
            db.rows(
                "SELECT name FROM core.site WHERE org_id = \(speaker.organisation) ORDER BY name LIMIT 500"
            )
        )
    }

    private static func names(_ rows: Rows) throws(PostgresError) -> [String] {
        var names: [String] = []
        for row in rows { names.append(try row.decode("name")) }
        return names
    }

    public static func add(
        site name: String,
        address: [String],
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            WITH added AS (
                INSERT INTO core.site (org_id, name, address) VALUES (\(speaker.organisation), \(name), \(address))
                RETURNING site_id
            )
            SELECT audit.append_one('site', site_id, 'add-site', '{}') FROM added
            """
        )
    }

    /// Adds a place in another, on its site, or at the top of `site`.
    public static func add(
        place name: String,
        site: Int32?,
        in parent: Int32?,
        locked: Bool,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.add_place(\(name), \(site), \(parent), \(locked))")
    }

    public static func add(
        lot name: String,
        kind: String,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            WITH added AS (
                INSERT INTO core.lot (org_id, name, kind) VALUES (\(speaker.organisation), \(name), \(kind)) RETURNING lot_id
            )
            SELECT audit.append_one('lot', lot_id, 'add-lot', '{}') FROM added
            """
        )
    }
}
