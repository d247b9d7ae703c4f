public import Domain
public import Postgres
import Store

/// Shipments, the newest first, page by page.
public struct ListShipments: Question {
    public static let name = "list-shipments"
    public static let summary = Phrase(fr: "liste les enlèvements", en: "lists shipments")
    public static let permission = Permission(
        .technician,
        .registerKeeper,
        .wipeOperator,
        .auditor,
        .admin
    )

    /// The last number of the page before.
    public let after: Int64?
    public let limit: Int?

    public init(after: Int64? = nil, limit: Int? = nil) {
        self.after = after
        self.limit = limit
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<ShipmentLine> {
        let limit = PageLimit.of(limit)
        let found = try Failure.running { () throws(PostgresError) in
            try ShipmentStore.list(before: after, limit: limit, circumstances.speaker, in: db)
        }
        return Page(found.map(ShipmentLine.init), limit: limit) { $0.shipment }
    }
}

/// A shipment as every door shows it.
public struct ShipmentLine: Codable, Sendable, Hashable {
    public let shipment: Int64
    public let route: DisposalRoute
    public let stream: String
    public let wasteCode: String?
    public let carrier: String
    public let destination: String
    public let slip: String?
    public let shippedOn: Day?
    public let acknowledgedOn: Day?
    public let treatment: String?
    public let devices: Int64
    public let drives: Int64
    /// Weighed, else what the machines weigh by themselves.
    public let grams: Int64

    enum CodingKeys: String, CodingKey {
        case shipment, route, stream, carrier, destination, slip, treatment, devices, drives, grams
        case wasteCode = "waste_code"
        case shippedOn = "shipped_on"
        case acknowledgedOn = "acknowledged_on"
    }

    init(_ shipment: ShipmentStore.Shipment) {
        self.shipment = shipment.number
        route = shipment.route
        stream = shipment.stream
        wasteCode = shipment.wasteCode
        carrier = shipment.carrier
        destination = shipment.destination
        slip = shipment.slip
        shippedOn = shipment.shippedOn
        acknowledgedOn = shipment.acknowledgedOn
        treatment = shipment.treatment
        devices = shipment.devices
        drives = shipment.drives
        grams = shipment.weighedGrams ?? shipment.countedGrams
    }
}

/// Writes down that the destination has a shipment, and what became of it there.
public struct AcknowledgeShipment: Command {
    public static let name = "acknowledge-shipment"
    public static let summary = Phrase(
        fr: "note que le destinataire a reçu un enlèvement",
        en: "notes that the destination has a shipment"
    )
    public static let permission = PrepareShipment.permission

    public let shipment: Int64
    /// Absent: today.
    public let on: Day?
    /// The certificate of treatment, with its R or D code.
    public let treatment: String?
    public let weightGrams: Int?

    enum CodingKeys: String, CodingKey {
        case shipment, on, treatment
        case weightGrams = "weight_g"
    }

    public init(
        shipment: Int64,
        on: Day? = nil,
        treatment: String? = nil,
        weightGrams: Int? = nil
    ) {
        self.shipment = shipment
        self.on = on
        self.treatment = treatment
        self.weightGrams = weightGrams
    }

    /// - Throws: `unknown_shipment`, `shipment_not_shipped`, `back_dated`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ShipmentLine {
        try ShipmentChoice(shipment).requireShipped(in: db, circumstances)
        let day = on ?? circumstances.today
        let left = try ShipmentChoice(shipment).found(in: db, circumstances).shippedOn
        try require(day, after: left ?? day, circumstances.today)
        let speaker = circumstances.speaker
        try Failure.running { () throws(PostgresError) in
            try ShipmentStore.acknowledge(
                shipment,
                on: day,
                treatment: treatment,
                weightGrams: weightGrams.map { Int64($0) },
                for: speaker,
                in: db
            )
        }
        return ShipmentLine(try ShipmentChoice(shipment).found(in: db, circumstances))
    }

    /// The destination has it from the day on which it left, and until today.
    private func require(_ day: Day, after left: Day, _ today: Day) throws(Failure) {
        guard day <= today else {
            let rule = Phrase(
                fr: "un enlèvement n'est pas reçu dans l'avenir",
                en: "no shipment is acknowledged in the future"
            )
            throw .impossible(day, "not_in_the_future", rule)
        }
        guard day >= left else {
            let rule = Phrase(
                fr: "l'enlèvement n'est parti que le \(left.formatted(in: .fr))",
                en: "the shipment left only on \(left.formatted(in: .en))"
            )
            throw .impossible(day, "not_before_it_left", rule)
        }
    }
}

extension ShipmentChoice {
    /// - Throws: `unknown_shipment`, `shipment_not_shipped`.
    func requireShipped(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) {
        guard try slip(in: db, circumstances) == nil else { return }
        throw .refused(
            Refusal(.shipmentNotShipped, ["shipment": .text(String(number))], next: ["ship"])
        )
    }

    /// - Throws: `unknown_shipment`.
    func found(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ShipmentStore.Shipment {
        let found = try Failure.running { () throws(PostgresError) in
            try ShipmentStore.list(
                only: number,
                before: nil,
                limit: 1,
                circumstances.speaker,
                in: db
            ).first
        }
        guard let found else {
            throw .refused(Refusal(.unknownShipment, ["shipment": .text(String(number))]))
        }
        return found
    }
}
