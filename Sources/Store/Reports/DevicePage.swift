public import Postgres

/// What a machine's page reads besides its sheet.
public enum DevicePage {
    /// Nil when nobody knows the device.
    public static func sheet(
        _ device: Int64,
        _ speaker: Speaker
    ) -> Reading<DeviceSheet?> {
        .optional(
            """
            SELECT kind, maker, model, serial, external_ref, cpu, ram_mb, storage_gb, storage_kind, os, weight_g, comment, version,
                   state, stay, drive_count, place, lot, opened_by, arrived_at, donation_id, donation_reference, donor, donor_kind,
                   origin_class, origin_regime
              FROM report.device_sheet WHERE org_id = \(speaker.organisation) AND device_id = \(device)
            """
        ) { (row) throws(PostgresError) in
            try DeviceSheet(row)
        }
    }

    /// Something that could identify the machine.
    public struct Identifier: Codable, Hashable, Sendable {
        public let kind: String
        public let value: String
        /// True for a placeholder of the maker, which identifies nothing.
        public let junk: Bool
        public let source: String
    }

    public static func identifiers(
        of device: Int64,
        _ speaker: Speaker
    ) -> Reading<[Identifier]> {
        .list(
            """
            SELECT kind, value, is_junk, source FROM core.identifier
             WHERE org_id = \(speaker.organisation) AND device_id = \(device) ORDER BY kind, value_key LIMIT 100
            """
        ) { (row) throws(PostgresError) in
            Identifier(
                kind: try row.decode("kind"),
                value: try row.decode("value"),
                junk: try row.decode("is_junk"),
                source: try row.decode("source")
            )
        }
    }

    /// One coming of the machine, until it left.
    public struct Stay: Codable, Hashable, Sendable {
        public let stay: Int32
        public let by: String
        public let opened: String
        public let closed: String?
        public let donation: Int64?
        public let drives: Int32?
    }

    public static func stays(
        of device: Int64,
        _ speaker: Speaker
    ) -> Reading<[Stay]> {
        .list(
            """
            SELECT stay, opened_by, opened_at, closed_at, donation_id, drive_count FROM core.stay
             WHERE org_id = \(speaker.organisation) AND device_id = \(device) ORDER BY stay DESC LIMIT 100
            """
        ) { (row) throws(PostgresError) in
            Stay(
                stay: try row.decode("stay"),
                by: try row.decode("opened_by"),
                opened: try row.decode("opened_at", as: Timestamp.self).iso,
                closed: try row.decode("closed_at", as: Timestamp?.self)?.iso,
                donation: try row.decode("donation_id"),
                drives: try row.decode("drive_count")
            )
        }
    }

    /// A block, in force or lifted.
    public struct Flag: Codable, Hashable, Sendable {
        public let flag: String
        public let note: String
        public let raised: String
        public let by: String
        /// Nil while it is in force.
        public let lifted: String?
        public let reason: String?
    }

    public static func flags(
        of device: Int64,
        _ speaker: Speaker
    ) -> Reading<[Flag]> {
        .list(
            """
            SELECT f.kind, f.note, f.raised_at, p.name, f.lifted_at, f.lift_reason
              FROM core.blocking_flag AS f JOIN core.person AS p ON p.org_id = f.org_id AND p.person_id = f.raised_by
             WHERE f.org_id = \(speaker.organisation) AND f.device_id = \(device)
             ORDER BY f.lifted_at IS NOT NULL, f.flag_id DESC LIMIT 100
            """
        ) { (row) throws(PostgresError) in
            Flag(
                flag: try row.decode("kind"),
                note: try row.decode("note"),
                raised: try row.decode("raised_at", as: Timestamp.self).iso,
                by: try row.decode("name"),
                lifted: try row.decode("lifted_at", as: Timestamp?.self)?.iso,
                reason: try row.decode("lift_reason")
            )
        }
    }

    /// A part that is in the machine.
    public struct Component: Codable, Hashable, Sendable {
        public let component: Int64
        public let kind: String
        public let maker: String?
        public let model: String?
        public let serial: String?
        public let condition: String
    }

    public static func components(
        of device: Int64,
        _ speaker: Speaker
    ) -> Reading<[Component]> {
        .list(
            """
            SELECT component_id, kind, maker, model, serial, condition FROM core.component
             WHERE org_id = \(speaker.organisation) AND device_id = \(device) ORDER BY component_id LIMIT 200
            """
        ) { (row) throws(PostgresError) in
            Component(
                component: try row.decode("component_id"),
                kind: try row.decode("kind"),
                maker: try row.decode("maker"),
                model: try row.decode("model"),
                serial: try row.decode("serial"),
                condition: try row.decode("condition")
            )
        }
    }
}
