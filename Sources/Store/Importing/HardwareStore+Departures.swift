public import Postgres

extension HardwareStore {
    /// How a machine left us.
    public struct Departure: Hashable, Sendable {
        public let device: Int64
        /// In seconds since 1970.
        public let at: Int64
        /// Those under which it ever came.
        public let donations: [Int64]
    }

    /// When machines took their last step, which led them away, and under which donations they had come.
    public static func departures(
        of devices: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Departure] {
        guard !devices.isEmpty else { return [] }
        var departures: [Departure] = []
        let rows = try db.rows(
            """
            SELECT d.device_id, floor(extract(epoch FROM s.at))::bigint AS left_at,
                   ARRAY(SELECT DISTINCT y.donation_id FROM core.stay AS y WHERE y.org_id = d.org_id AND y.device_id = d.device_id
                            AND y.donation_id IS NOT NULL ORDER BY y.donation_id) AS donations
              FROM core.device AS d
              JOIN core.device_step AS s ON s.org_id = d.org_id AND s.device_id = d.device_id AND s.nth = d.step_nth
             WHERE d.org_id = \(speaker.organisation) AND d.device_id = ANY (\(devices))
            """
        )
        for row in rows {
            departures.append(
                Departure(
                    device: try row.decode("device_id"),
                    at: try row.decode("left_at"),
                    donations: try row.decode("donations")
                )
            )
        }
        return departures
    }

    /// A person named one machine, and the report says that it is another one: the queue of doubts hears of both, once.
    public static func doubt(
        _ device: Int64,
        or other: Int64,
        evidence: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            "SELECT core.doubt_reported_device(\(device), \(other), \(evidence)::jsonb)"
        )
    }
}
