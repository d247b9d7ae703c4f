public import Postgres

extension DevicePage {
    /// The last grade of a stay, with what it was computed from.
    public struct GradeLine: Hashable, Sendable {
        public let grade: String
        public let label: String
        public let rule: String
        /// JSON of the explanation.
        public let explanation: String
        public let at: Timestamp
        public let person: String
    }

    public static func grade(
        of device: Int64,
        _ speaker: Speaker
    ) -> Reading<GradeLine?> {
        .optional(
            """
            SELECT g.grade, g.label, g.rule_version, g.reasons::text AS reasons, g.at, p.name
              FROM core.grade AS g JOIN core.device AS d USING (org_id, device_id, stay)
              JOIN core.person AS p ON p.org_id = g.org_id AND p.person_id = g.person_id
             WHERE g.org_id = \(speaker.organisation) AND g.device_id = \(device) ORDER BY g.grade_id DESC LIMIT 1
            """
        ) { (row) throws(PostgresError) in
            GradeLine(
                grade: try row.decode("grade"),
                label: try row.decode("label"),
                rule: try row.decode("rule_version"),
                explanation: try row.decode("reasons"),
                at: try row.decode("at"),
                person: try row.decode("name")
            )
        }
    }

    /// A drive, wherever it is.
    public struct Drive: Codable, Hashable, Sendable {
        public let drive: Int64
        public let kind: String
        public let state: String
        public let serial: String?
        public let maker: String?
        public let model: String?
        public let capacityGB: Int32?

        enum CodingKeys: String, CodingKey {
            case drive, kind, state, serial, maker, model
            case capacityGB = "capacity_gb"
        }
    }

    public static func drive(
        _ drive: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Drive? {
        let row = try db.optionalRow(
            """
            SELECT drive_id, media_kind, media_state, serial, maker, model, capacity_gb FROM core.drive
             WHERE org_id = \(speaker.organisation) AND drive_id = \(drive)
            """
        )
        guard let row else { return nil }
        return Drive(
            drive: try row.decode("drive_id"),
            kind: try row.decode("media_kind"),
            state: try row.decode("media_state"),
            serial: try row.decode("serial"),
            maker: try row.decode("maker"),
            model: try row.decode("model"),
            capacityGB: try row.decode("capacity_gb")
        )
    }
}
