public import Postgres

/// Parts that are told apart, and parts that are only counted.
public enum ComponentStore {
    /// Records a part of a machine.
    public static func add(
        kind: String,
        maker: String?,
        model: String?,
        serial: String?,
        condition: String?,
        to device: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            SELECT core.add_component(\(device), \(kind), \(maker), \(model), \(serial), \(condition)) AS component
            """
        ).decode("component")
    }

    /// Where a part is; nil for the machine when it is on the parts shelf.
    public struct Part: Hashable, Sendable {
        public let component: Int64
        public let kind: String
        public let device: Int64?
    }

    /// Nil when nobody knows the part.
    public static func part(
        _ component: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Part? {
        let row = try db.optionalRow(
            """
            SELECT component_id, kind, device_id FROM core.component
             WHERE org_id = \(speaker.organisation) AND component_id = \(component)
            """
        )
        guard let row else { return nil }
        return Part(
            component: try row.decode("component_id"),
            kind: try row.decode("kind"),
            device: try row.decode("device_id")
        )
    }

    /// Takes a part out of its machine, or puts it into another.
    public static func move(
        _ component: Int64,
        to device: Int64?,
        act: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.move_component(\(component), \(device), \(act))")
    }

    /// Takes every part out of a machine that is for parts.
    ///
    /// - Returns: How many.
    public static func dismantle(
        _ device: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.row("SELECT core.dismantle(\(device)) AS parts").decode("parts")
    }

    /// How many of a counted part there are; nil when nobody counted it.
    public static func onHand(
        _ part: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32? {
        try db.optionalRow(
            "SELECT on_hand FROM core.counted_part WHERE org_id = \(speaker.organisation) AND part = \(part)"
        )?.decode("on_hand")
    }

    public static func nearest(
        part: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [String] {
        var names: [String] = []
        let rows = try db.rows(
            """
            SELECT part FROM core.counted_part WHERE org_id = \(speaker.organisation)
             ORDER BY similarity(part, \(part)) DESC, part LIMIT 3
            """
        )
        for row in rows { names.append(try row.decode("part")) }
        return names
    }

    /// - Returns: How many are left.
    public static func movePart(
        _ part: String,
        by delta: Int32,
        for device: Int64?,
        reason: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.row("SELECT core.move_part(\(part), \(delta), \(device), \(reason)) AS left_over")
            .decode("left_over")
    }
}
