public import Domain
public import Postgres

extension OutcomeStore {
    /// How many machines of one group stand in one state.
    public struct Flow: Hashable, Sendable {
        /// The donor's number or the year of the gift.
        public let group: Int64
        /// The donor's name; empty for a year.
        public let name: String
        public let kind: DeviceType
        public let state: String
        public let devices: Int64
        public let grams: Int64
    }

    /// Machines of gifts received within these days, by donor or by year, kind and state.
    ///
    /// A donor merged into another counts there.
    public static func flows(
        byYear: Bool,
        donor: Int64? = nil,
        from first: Day,
        to last: Day,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Flow] {
        var flows: [Flow] = []
        let rows = try db.rows(
            """
            WITH last AS (
                SELECT DISTINCT ON (s.donation_id, s.device_id)
                       CASE WHEN \(byYear) THEN extract(year FROM g.received_on)::bigint ELSE coalesce(o.merged_into, o.donor_id) END AS part,
                       d.kind, coalesce(d.weight_g, k.weight_g, 0) AS grams,
                       (SELECT l.to_state FROM core.device_step AS l WHERE l.org_id = s.org_id AND l.device_id = s.device_id
                           AND l.stay = s.stay ORDER BY l.nth DESC LIMIT 1) AS state
                  FROM core.donation AS g
                  JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
                  JOIN core.stay AS s ON s.org_id = g.org_id AND s.donation_id = g.donation_id
                  JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
                  JOIN reference.device_kind AS k ON k.kind = d.kind
                 WHERE g.org_id = \(speaker.organisation) AND d.state NOT IN ('withdrawn', 'merged')
                   AND g.received_on BETWEEN \(first.iso)::text::date AND \(last.iso)::text::date
                   AND (\(donor) IS NULL OR o.donor_id = \(donor) OR o.merged_into = \(donor))
                 ORDER BY s.donation_id, s.device_id, s.stay DESC
            )
            SELECT part, coalesce((SELECT n.name FROM core.donor AS n
                       WHERE NOT \(byYear) AND n.org_id = \(speaker.organisation) AND n.donor_id = part), '') AS name,
                   kind, state, count(*) AS devices, sum(grams)::bigint AS grams
              FROM last GROUP BY part, kind, state ORDER BY part, kind, state
            """
        )
        for row in rows {
            flows.append(
                Flow(
                    group: try row.decode("part"),
                    name: try row.decode("name"),
                    kind: DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
                    state: try row.decode("state"),
                    devices: try row.decode("devices"),
                    grams: try row.decode("grams")
                )
            )
        }
        return flows
    }
}
