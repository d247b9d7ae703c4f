public import Postgres

/// The register of second-hand goods (Code pénal 321-7).
public enum RegisterStore {
    /// What is to be entered: one device, or several alike.
    public struct Entry: Hashable, Sendable {
        public var line: Int32?
        public var device: Int64?
        public var quantity: Int32
        public var description: String
        public var serial: String?
        /// An estimate of what all of it is worth, in cents.
        public var value: Int64

        public init(
            line: Int32?,
            device: Int64?,
            quantity: Int32,
            description: String,
            serial: String?,
            value: Int64
        ) {
            self.line = line
            self.device = device
            self.quantity = quantity
            self.description = description
            self.serial = serial
            self.value = value
        }
    }

    /// The numbers that entries got, all of one year and without a gap.
    public struct Numbers: Hashable, Sendable, Codable {
        public let year: Int16
        public let first: Int32
        public let last: Int32
    }

    public struct Line: Hashable, Sendable {
        public let year: Int16
        public let no: Int32
        public let enteredOn: String
        public let device: Int64?
        public let quantity: Int32
        public let description: String
        public let serials: [String]
        public let valueCents: Int64
        public let donation: Int64?
        /// Who brought it, as JSON text; nil once erased.
        public let source: String?
        public let hash: [UInt8]
    }

    /// What is in the register of a gift already: devices, and how many by line.
    public struct Entered: Hashable, Sendable {
        public var devices: Set<Int64> = []
        public var quantityByLine: [Int32: Int32] = [:]
    }

    public static func entered(
        of donation: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Entered {
        var entered = Entered()
        let rows = try db.rows(
            """
            SELECT device_id, donation_line, quantity FROM core.register_line
             WHERE org_id = \(speaker.organisation) AND donation_id = \(donation)
            """
        )
        for row in rows {
            let device: Int64? = try row.decode("device_id")
            let line: Int32? = try row.decode("donation_line")
            let quantity: Int32 = try row.decode("quantity")
            if let device { entered.devices.insert(device) }
            if let line { entered.quantityByLine[line, default: 0] += quantity }
        }
        return entered
    }

    /// Enters under the next numbers; `salts` are 16 random bytes for each entry.
    public static func enter(
        _ entries: [Entry],
        of donation: Int64,
        source: String,
        salts: [[UInt8]],
        in db: isolated Connection
    ) throws(PostgresError) -> Numbers? {
        guard !entries.isEmpty else { return nil }
        let row = try db.row(
            """
            SELECT year, first_no, last_no FROM core.enter_register(\(donation), \(entries.map(\.line)), \(entries.map(\.device)),
                \(entries.map(\.quantity)), \(entries.map(\.description)), \(entries.map(\.serial)), \(entries.map(\.value)), \(source),
                \(salts))
            """
        )
        return Numbers(
            year: try row.decode("year"),
            first: try row.decode("first_no"),
            last: try row.decode("last_no")
        )
    }

    /// Lines of a year in the order of their numbers, after a number.
    public static func lines(
        year: Int16,
        after: Int32,
        limit: Int32,
        of speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Line] {
        var lines: [Line] = []
        let rows = try db.rows(
            """
            SELECT r.year, r.no, r.entered_on, r.device_id, r.quantity, r.description, r.serials, r.value_cents, r.donation_id, s.source, r.hash
              FROM core.register_line AS r LEFT JOIN core.register_source AS s USING (org_id, year, no)
             WHERE r.org_id = \(speaker.organisation) AND r.year = \(year) AND r.no > \(after) ORDER BY r.no LIMIT \(limit)
            """
        )
        for row in rows {
            lines.append(
                Line(
                    year: try row.decode("year"),
                    no: try row.decode("no"),
                    enteredOn: try row.decode("entered_on"),
                    device: try row.decode("device_id"),
                    quantity: try row.decode("quantity"),
                    description: try row.decode("description"),
                    serials: try row.decode("serials"),
                    valueCents: try row.decode("value_cents"),
                    donation: try row.decode("donation_id"),
                    source: try row.decode("source"),
                    hash: try row.decode("hash")
                )
            )
        }
        return lines
    }
}

extension RegisterStore {
    /// Closes a year; how many lines it has, and the hash of its last.
    public static func close(
        _ year: Int16,
        in db: isolated Connection
    ) throws(PostgresError) -> (lines: Int32, hash: [UInt8]) {
        let row = try db.row("SELECT lines, last_hash FROM core.close_register(\(year))")
        return (try row.decode("lines"), try row.decode("last_hash"))
    }

    /// The day on which a year was closed; nil while it is open.
    public static func closedOn(
        _ year: Int16,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String? {
        try db.optionalRow(
            """
            SELECT (c.at AT TIME ZONE o.time_zone)::date::text AS closed_on
              FROM core.register_closing AS c JOIN core.organisation AS o ON o.org_id = c.org_id
             WHERE c.org_id = \(speaker.organisation) AND c.year = \(year)
            """
        )?.decode("closed_on")
    }
}
