public import Domain
public import Postgres

extension ShipmentStore {
    public struct Shipment: Hashable, Sendable {
        public let number: Int64
        public let route: DisposalRoute
        public let stream: String
        public let wasteCode: String?
        public let carrier: String
        public let destination: String
        public let slip: String?
        public let shippedOn: Day?
        public let acknowledgedOn: Day?
        public let treatment: String?
        public let weighedGrams: Int64?
        public let devices: Int64
        public let drives: Int64
        /// What the machines in it weigh by themselves.
        public let countedGrams: Int64
    }

    /// Shipments from the newest, those before `before` when it is given; one alone when it is named.
    public static func list(
        only number: Int64? = nil,
        before: Int64?,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Shipment] {
        var shipments: [Shipment] = []
        let rows = try db.rows(
            """
            SELECT s.shipment_id, s.route, s.stream, s.waste_code, s.carrier, s.destination, s.slip_no, s.shipped_on, s.acknowledged_on,
                   s.treatment_certificate, s.weight_g, c.devices, c.grams,
                   (SELECT count(*) FROM core.shipment_drive AS x WHERE x.org_id = s.org_id AND x.shipment_id = s.shipment_id) AS drives
              FROM core.shipment AS s
             CROSS JOIN LATERAL (SELECT count(*) AS devices, coalesce(sum(coalesce(d.weight_g, k.weight_g, 0)), 0)::bigint AS grams
                    FROM core.device_step AS t JOIN core.device AS d ON d.org_id = t.org_id AND d.device_id = t.device_id
                    JOIN reference.device_kind AS k ON k.kind = d.kind
                   WHERE t.org_id = s.org_id AND t.shipment_id = s.shipment_id) AS c
             WHERE s.org_id = \(speaker.organisation) AND s.shipment_id < coalesce(\(before), 9223372036854775807)
               AND (\(number) IS NULL OR s.shipment_id = \(number))
             ORDER BY s.shipment_id DESC LIMIT \(Int32(clamping: limit))
            """
        )
        for row in rows {
            shipments.append(
                Shipment(
                    number: try row.decode("shipment_id"),
                    route: DisposalRoute(rawValue: try row.decode("route")) ?? .recycler,
                    stream: try row.decode("stream"),
                    wasteCode: try row.decode("waste_code"),
                    carrier: try row.decode("carrier"),
                    destination: try row.decode("destination"),
                    slip: try row.decode("slip_no"),
                    shippedOn: try row.day("shipped_on"),
                    acknowledgedOn: try row.day("acknowledged_on"),
                    treatment: try row.decode("treatment_certificate"),
                    weighedGrams: try row.decode("weight_g"),
                    devices: try row.decode("devices"),
                    drives: try row.decode("drives"),
                    countedGrams: try row.decode("grams")
                )
            )
        }
        return shipments
    }

    /// A machine or a drive of a shipment.
    public struct Item: Hashable, Sendable {
        /// The machine's number; nil for a drive.
        public let device: Int64?
        /// The word of a device type, or of a kind of medium.
        public let kind: String
        public let serial: String?
        public let grams: Int64
        /// How many drives were counted in it; nil for a drive.
        public let drives: Int32?
    }

    /// Everything in a shipment, machines first, by number.
    public static func items(
        of shipment: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Item] {
        var items: [Item] = []
        let rows = try db.rows(
            """
            SELECT d.device_id, d.kind, d.serial, coalesce(d.weight_g, k.weight_g, 0)::bigint AS grams, coalesce(d.drive_count, 0) AS drives,
                   1 AS part, d.device_id AS place
              FROM core.device_step AS t JOIN core.device AS d ON d.org_id = t.org_id AND d.device_id = t.device_id
              JOIN reference.device_kind AS k ON k.kind = d.kind
             WHERE t.org_id = \(speaker.organisation) AND t.shipment_id = \(shipment)
            UNION ALL
            SELECT NULL, r.media_kind, r.serial, 0, NULL, 2, r.drive_id
              FROM core.shipment_drive AS x JOIN core.drive AS r ON r.org_id = x.org_id AND r.drive_id = x.drive_id
             WHERE x.org_id = \(speaker.organisation) AND x.shipment_id = \(shipment)
             ORDER BY part, place
            """
        )
        for row in rows {
            items.append(
                Item(
                    device: try row.decode("device_id"),
                    kind: try row.decode("kind"),
                    serial: try row.decode("serial"),
                    grams: try row.decode("grams"),
                    drives: try row.decode("drives")
                )
            )
        }
        return items
    }

    /// Writes down that the destination has it, under which certificate of treatment, and what it weighed there.
    public static func acknowledge(
        _ shipment: Int64,
        on day: Day,
        treatment: String?,
        weightGrams: Int64?,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            WITH known AS (
                UPDATE core.shipment SET acknowledged_on = \(day.iso)::text::date,
                       treatment_certificate = coalesce(\(treatment), treatment_certificate), weight_g = coalesce(\(weightGrams), weight_g)
                 WHERE org_id = \(speaker.organisation) AND shipment_id = \(shipment) RETURNING shipment_id
            )
            SELECT audit.append_one('shipment', shipment_id, 'acknowledge-shipment', jsonb_build_object('day', \(day.iso)::text)) FROM known
            """
        )
    }
}
