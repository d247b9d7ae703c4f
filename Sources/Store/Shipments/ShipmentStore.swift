public import Domain
public import Postgres

/// What leaves for recycling or destruction, with the paper that goes along.
public enum ShipmentStore {
    /// What is known of a shipment before it leaves.
    public struct Preparation: Sendable {
        public let route: DisposalRoute
        public let stream: String
        public let wasteCode: String?
        public let carrier: String
        public let destination: String

        public init(
            route: DisposalRoute,
            stream: String,
            wasteCode: String?,
            carrier: String,
            destination: String
        ) {
            self.route = route
            self.stream = stream
            self.wasteCode = wasteCode
            self.carrier = carrier
            self.destination = destination
        }
    }

    public static func prepare(
        _ preparation: Preparation,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        let number: Int64 = try db.row(
            """
            INSERT INTO core.shipment (org_id, route, stream, waste_code, carrier, destination)
            VALUES (\(speaker.organisation), \(preparation.route.rawValue), \(preparation.stream), \(preparation.wasteCode),
                    \(preparation.carrier), \(preparation.destination)) RETURNING shipment_id
            """
        ).decode("shipment_id")
        try db.execute("SELECT audit.append_one('shipment', \(number), 'prepare-shipment', '{}')")
        return number
    }

    /// A shipment's slip; nil inside until it has left, nil outside when nobody knows the shipment.
    public static func slip(
        of shipment: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> String?? {
        let row = try db.optionalRow(
            """
            SELECT slip_no FROM core.shipment WHERE org_id = \(speaker.organisation) AND shipment_id = \(shipment) FOR UPDATE
            """
        )
        guard let row else { return nil }
        return .some(try row.decode("slip_no", as: String?.self))
    }

    /// Records that a shipment left, under its slip.
    public static func ship(
        _ shipment: Int64,
        slip: String,
        on day: Day,
        weightGrams: Int64?,
        for speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            WITH left_with AS (
                UPDATE core.shipment SET slip_no = \(slip), shipped_on = \(day.iso)::text::date,
                       weight_g = coalesce(\(weightGrams), weight_g)
                 WHERE org_id = \(speaker.organisation) AND shipment_id = \(shipment) RETURNING shipment_id
            )
            SELECT audit.append_one('shipment', shipment_id, 'ship', jsonb_build_object('slip', \(slip)::text)) FROM left_with
            """
        )
    }

    /// Hands machines to the recycler with a shipment.
    public static func dispose(
        _ devices: [Int64],
        with shipment: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.row("SELECT core.dispose(\(devices), \(shipment)) AS devices").decode("devices")
    }

    /// Hands drives that await destruction over with a shipment.
    public static func handOver(
        _ drives: [Int64],
        with shipment: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Int32 {
        try db.row("SELECT core.hand_over_drives(\(shipment), \(drives)) AS drives").decode(
            "drives"
        )
    }

    /// The kinds of some machines, each once.
    public static func kinds(
        of devices: [Int64],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [DeviceType] {
        var kinds: [DeviceType] = []
        let rows = try db.rows(
            """
            SELECT DISTINCT kind FROM core.device WHERE org_id = \(speaker.organisation) AND device_id = ANY (\(devices)) ORDER BY kind
            """
        )
        for row in rows {
            if let kind = DeviceType(rawValue: try row.decode("kind")) { kinds.append(kind) }
        }
        return kinds
    }
}
