public import Domain
public import Postgres

/// A device of a gift, and where it stands in the stay that the gift began.
public struct GivenDevice: Hashable, Sendable {
    public let number: Int64
    public let kind: DeviceType
    public let maker: String?
    public let model: String?
    public let serial: String?
    public let weightGrams: Int64?
    /// The last state that it reached under this gift; never who has it.
    public let state: String
}

extension DonationStore {
    /// The devices of a gift by number, after a number.
    ///
    /// A device that was sold, came back and was given again by someone else stands here as it left.
    public static func devices(
        of donation: Int64,
        after: Int64 = 0,
        limit: Int32? = nil,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [GivenDevice] {
        var devices: [GivenDevice] = []
        let rows = try db.rows(
            """
            SELECT DISTINCT ON (s.device_id) s.device_id, d.kind, d.maker, d.model, d.serial, coalesce(d.weight_g, k.weight_g) AS weight_g,
                   (SELECT l.to_state FROM core.device_step AS l WHERE l.org_id = s.org_id AND l.device_id = s.device_id AND l.stay = s.stay
                     ORDER BY l.nth DESC LIMIT 1) AS state
              FROM core.stay AS s
              JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
              JOIN reference.device_kind AS k ON k.kind = d.kind
             WHERE s.org_id = \(speaker.organisation) AND s.donation_id = \(donation) AND s.device_id > \(after)
               AND d.state NOT IN ('withdrawn', 'merged')
             ORDER BY s.device_id, s.stay DESC LIMIT \(limit)
            """
        )
        for row in rows { devices.append(try device(row)) }
        return devices
    }

    /// The devices of several gifts, by gift, each as it left.
    public static func devices(
        of donations: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Int64: [GivenDevice]] {
        var devices: [Int64: [GivenDevice]] = [:]
        let rows = try db.rows(
            """
            SELECT DISTINCT ON (s.donation_id, s.device_id) s.donation_id, s.device_id, d.kind, d.maker, d.model, d.serial,
                   coalesce(d.weight_g, k.weight_g) AS weight_g,
                   (SELECT l.to_state FROM core.device_step AS l WHERE l.org_id = s.org_id AND l.device_id = s.device_id AND l.stay = s.stay
                     ORDER BY l.nth DESC LIMIT 1) AS state
              FROM core.stay AS s
              JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
              JOIN reference.device_kind AS k ON k.kind = d.kind
             WHERE s.org_id = \(speaker.organisation) AND s.donation_id = ANY (\(donations)) AND d.state NOT IN ('withdrawn', 'merged')
             ORDER BY s.donation_id, s.device_id, s.stay DESC
            """
        )
        for row in rows {
            devices[try row.decode("donation_id"), default: []].append(try device(row))
        }
        return devices
    }

    private static func device(_ row: Row) throws(PostgresError) -> GivenDevice {
        GivenDevice(
            number: try row.decode("device_id"),
            kind: DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
            maker: try row.decode("maker"),
            model: try row.decode("model"),
            serial: try row.decode("serial"),
            weightGrams: try row.decode("weight_g"),
            state: try row.decode("state")
        )
    }

    /// How many devices of a donor's gifts, or of one gift, stand in each state, by kind.
    public static func counts(
        donation: Int64?,
        donor: Int64?,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [(kind: DeviceType, state: String, devices: Int64, grams: Int64)] {
        var counts: [(kind: DeviceType, state: String, devices: Int64, grams: Int64)] = []
        let rows = try db.rows(
            """
            WITH last AS (
                SELECT DISTINCT ON (s.donation_id, s.device_id) s.device_id, d.kind, coalesce(d.weight_g, k.weight_g, 0) AS grams,
                       (SELECT l.to_state FROM core.device_step AS l WHERE l.org_id = s.org_id AND l.device_id = s.device_id
                           AND l.stay = s.stay ORDER BY l.nth DESC LIMIT 1) AS state
                  FROM core.donation AS g
                  JOIN core.donor AS o ON o.org_id = g.org_id AND o.donor_id = g.donor_id
                  JOIN core.stay AS s ON s.org_id = g.org_id AND s.donation_id = g.donation_id
                  JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
                  JOIN reference.device_kind AS k ON k.kind = d.kind
                 WHERE g.org_id = \(speaker.organisation) AND d.state NOT IN ('withdrawn', 'merged')
                   AND (g.donation_id = \(donation) OR o.donor_id = \(donor) OR o.merged_into = \(donor))
                 ORDER BY s.donation_id, s.device_id, s.stay DESC
            )
            SELECT kind, state, count(*) AS devices, sum(grams)::bigint AS grams FROM last GROUP BY kind, state ORDER BY kind, state
            """
        )
        for row in rows {
            counts.append(
                (
                    DeviceType(rawValue: try row.decode("kind")) ?? .peripheral,
                    try row.decode("state"), try row.decode("devices"), try row.decode("grams")
                )
            )
        }
        return counts
    }
}
