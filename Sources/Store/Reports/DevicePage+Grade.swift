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

    /// Who had a drive in hand, and what was done with it.
    public struct CustodyLine: Codable, Hashable, Sendable {
        public let nth: Int32
        public let act: String
        public let device: Int64?
        public let place: String?
        public let seal: String?
        public let note: String?
        public let at: String
        public let by: String
    }

    public static func custody(
        ofDrive drive: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [CustodyLine] {
        var lines: [CustodyLine] = []
        let rows = try db.rows(
            """
            SELECT c.nth, c.act, c.device_id, l.name AS place, c.seal_no, c.note, c.at, p.name
              FROM core.custody AS c JOIN core.person AS p ON p.org_id = c.org_id AND p.person_id = c.person_id
              LEFT JOIN core.place AS l ON l.org_id = c.org_id AND l.place_id = c.place_id
             WHERE c.org_id = \(speaker.organisation) AND c.drive_id = \(drive) ORDER BY c.nth DESC LIMIT 200
            """
        )
        for row in rows {
            lines.append(
                CustodyLine(
                    nth: try row.decode("nth"),
                    act: try row.decode("act"),
                    device: try row.decode("device_id"),
                    place: try row.decode("place"),
                    seal: try row.decode("seal_no"),
                    note: try row.decode("note"),
                    at: try row.decode("at", as: Timestamp.self).iso,
                    by: try row.decode("name")
                )
            )
        }
        return lines
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
