public import Domain
public import Postgres

/// Machines lent or given to places of the community.
public enum PlacementStore {
    public static func place(
        _ device: Int64,
        kind: String,
        taker: String,
        agreement: String,
        until: Day?,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            SELECT core.place_device(\(device), \(kind), \(taker), \(agreement), \(until?.iso)::date) AS placement_id
            """
        ).decode("placement_id")
    }

    public struct Placement: Hashable, Sendable {
        public let number: Int64
        public let device: Int64
        public let deviceKind: String
        /// `loan` or `gift`.
        public let kind: String
        public let taker: String
        public let agreement: String
        public let since: Day
        public let until: Day?
        public let endedOn: Day?
    }

    /// Placements from the newest, those before `before` when it is given.
    public static func list(
        openOnly: Bool,
        before: Int64?,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Placement] {
        var placements: [Placement] = []
        let rows = try db.rows(
            """
            SELECT p.placement_id, p.device_id, d.kind AS device_kind, p.kind, p.taker, p.agreement, p.until::text AS until,
                   (p.at AT TIME ZONE o.time_zone)::date::text AS since,
                   (p.ended_at AT TIME ZONE o.time_zone)::date::text AS ended_on
              FROM core.placement AS p
              JOIN core.device AS d ON d.org_id = p.org_id AND d.device_id = p.device_id
              JOIN core.organisation AS o ON o.org_id = p.org_id
             WHERE p.org_id = \(speaker.organisation) AND p.placement_id < coalesce(\(before), 9223372036854775807)
               AND (NOT \(openOnly) OR p.ended_at IS NULL)
             ORDER BY p.placement_id DESC LIMIT \(Int32(clamping: limit))
            """
        )
        for row in rows { placements.append(try placement(row)) }
        return placements
    }

    /// A placement with the machine as it left: what it is, and how it was graded last.
    public struct PlacedDevice: Hashable, Sendable {
        public let placement: Placement
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let os: String?
        public let grade: String?
        public let defects: [String]
    }

    public static func find(
        _ number: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> PlacedDevice? {
        let row = try db.optionalRow(
            """
            SELECT p.placement_id, p.device_id, d.kind AS device_kind, p.kind, p.taker, p.agreement, p.until::text AS until,
                   (p.at AT TIME ZONE o.time_zone)::date::text AS since,
                   (p.ended_at AT TIME ZONE o.time_zone)::date::text AS ended_on, d.maker, d.model, d.serial, d.os, g.grade,
                   coalesce(g.defects, '{}') AS defects
              FROM core.placement AS p
              JOIN core.device AS d ON d.org_id = p.org_id AND d.device_id = p.device_id
              JOIN core.organisation AS o ON o.org_id = p.org_id
              LEFT JOIN LATERAL (SELECT x.grade, x.defects FROM core.grade AS x
                    WHERE x.org_id = p.org_id AND x.device_id = p.device_id AND x.stay = p.stay ORDER BY x.grade_id DESC LIMIT 1) AS g ON true
             WHERE p.org_id = \(speaker.organisation) AND p.placement_id = \(number)
            """
        )
        guard let row else { return nil }
        return PlacedDevice(
            placement: try placement(row),
            maker: try row.decode("maker"),
            model: try row.decode("model"),
            serial: try row.decode("serial"),
            os: try row.decode("os"),
            grade: try row.decode("grade"),
            defects: try row.decode("defects")
        )
    }

    private static func placement(_ row: Row) throws(PostgresError) -> Placement {
        Placement(
            number: try row.decode("placement_id"),
            device: try row.decode("device_id"),
            deviceKind: try row.decode("device_kind"),
            kind: try row.decode("kind"),
            taker: try row.decode("taker"),
            agreement: try row.decode("agreement"),
            since: try row.day("since") ?? Day(number: 0),
            until: try row.day("until"),
            endedOn: try row.day("ended_on")
        )
    }
}
