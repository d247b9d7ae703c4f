public import Domain
public import Postgres

extension ErasureStore {
    /// A drive that was destroyed, with the machine it came out of.
    public struct DestroyedDrive: Hashable, Sendable {
        public let drive: Int64
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let kind: MediaKind?
        public let device: Int64
        public let deviceSerial: String?
        public let donation: Int64
        public let destroyedOn: Day
        public let proof: String
        public let witness: String
    }

    /// The drive when it was destroyed, or all destroyed drives of a gift, by number.
    public static func destroyed(
        drive: Int64?,
        donation: Int64?,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [DestroyedDrive] {
        var drives: [DestroyedDrive] = []
        let rows = try db.rows(
            """
            SELECT DISTINCT ON (r.drive_id) r.drive_id, r.maker, r.model, r.serial, r.media_kind, s.device_id, d.serial AS device_serial,
                   t.donation_id, (c.at AT TIME ZONE o.time_zone)::date::text AS destroyed_on, coalesce(c.note, '') AS proof, p.name AS witness
              FROM core.drive AS r
              JOIN core.custody AS c ON c.org_id = r.org_id AND c.drive_id = r.drive_id AND c.act = 'destroyed'
              JOIN core.drive_slot AS s ON s.org_id = r.org_id AND s.drive_id = r.drive_id
              JOIN core.stay AS t ON t.org_id = s.org_id AND t.device_id = s.device_id AND t.stay = s.stay
              JOIN core.device AS d ON d.org_id = s.org_id AND d.device_id = s.device_id
              JOIN core.organisation AS o ON o.org_id = r.org_id
              JOIN core.person AS p ON p.org_id = c.org_id AND p.person_id = c.person_id
             WHERE r.org_id = \(speaker.organisation) AND r.media_state = 'destroyed' AND t.donation_id IS NOT NULL
               AND (r.drive_id = \(drive) OR t.donation_id = \(donation))
             ORDER BY r.drive_id, s.stay DESC
            """
        )
        for row in rows {
            drives.append(
                DestroyedDrive(
                    drive: try row.decode("drive_id"),
                    maker: try row.decode("maker"),
                    model: try row.decode("model"),
                    serial: try row.decode("serial"),
                    kind: MediaKind(rawValue: try row.decode("media_kind")),
                    device: try row.decode("device_id"),
                    deviceSerial: try row.decode("device_serial"),
                    donation: try row.decode("donation_id"),
                    destroyedOn: try row.day("destroyed_on") ?? Day(number: 0),
                    proof: try row.decode("proof"),
                    witness: try row.decode("witness")
                )
            )
        }
        return drives
    }
}
