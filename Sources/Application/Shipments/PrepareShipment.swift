public import Domain
public import Postgres
import Store

/// Opens a shipment: what will leave, by whom, to where.
public struct PrepareShipment: Command {
    public static let name = "prepare-shipment"
    public static let summary = Phrase(
        fr: "prépare un enlèvement",
        en: "prepares a shipment"
    )
    public static let permission = Permission(.technician, .registerKeeper)

    public let route: DisposalRoute
    /// What it holds, such as `screens` or `small appliances`.
    public let stream: String
    public let wasteCode: String?
    public let carrier: String
    public let destination: String

    public init(
        route: DisposalRoute,
        stream: String,
        wasteCode: String? = nil,
        carrier: String,
        destination: String
    ) {
        self.route = route
        self.stream = stream
        self.wasteCode = wasteCode
        self.carrier = carrier
        self.destination = destination
    }

    enum CodingKeys: String, CodingKey {
        case route, stream, carrier, destination
        case wasteCode = "waste_code"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let shipment: Int64
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let code = try code()
        try Failure.judging { () throws(Refusal) in try WasteRules.require(code, on: route) }
        let preparation = ShipmentStore.Preparation(
            route: route,
            stream: try Failure.written(
                stream,
                Phrase(fr: "ce qui part (stream)", en: "what leaves (stream)")
            ),
            wasteCode: code,
            carrier: try Failure.written(
                carrier,
                Phrase(fr: "le transporteur (carrier)", en: "the carrier (carrier)")
            ),
            destination: try Failure.written(
                destination,
                Phrase(fr: "le destinataire (destination)", en: "the destination (destination)")
            )
        )
        let number = try Failure.running { () throws(PostgresError) in
            try ShipmentStore.prepare(preparation, for: circumstances.speaker, in: db)
        }
        return Outcome(shipment: number)
    }

    /// The code in the writing of the list; nil where none is given.
    private func code() throws(Failure) -> String? {
        guard let given = Failure.said(wasteCode) else { return nil }
        do throws(Unreadable) {
            return try WasteCode(reading: given).text
        } catch {
            throw .unreadable(error)
        }
    }
}

/// Records that a shipment left, under the number of its slip.
public struct Ship: Command {
    public static let name = "ship"
    public static let summary = Phrase(
        fr: "enregistre le départ d'un enlèvement, avec son bordereau",
        en: "records that a shipment left, with its slip"
    )
    public static let permission = PrepareShipment.permission

    public let shipment: Int64
    public let slip: String
    public let weightGrams: Int?

    public init(shipment: Int64, slip: String, weightGrams: Int? = nil) {
        self.shipment = shipment
        self.slip = slip
        self.weightGrams = weightGrams
    }

    enum CodingKeys: String, CodingKey {
        case shipment, slip
        case weightGrams = "weight_g"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let shipment: Int64
        public let slip: String
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let slip = try Failure.written(
            slip,
            Phrase(fr: "le numéro du bordereau (slip)", en: "the number of the slip (slip)")
        )
        if let known = try ShipmentChoice(shipment).slip(in: db, circumstances) {
            throw .refused(
                Refusal(
                    .shipmentAlreadyShipped,
                    ["shipment": .text(String(shipment)), "slip": .text(known)],
                    next: ["prepare-shipment"]
                )
            )
        }
        try Failure.running { () throws(PostgresError) in
            try ShipmentStore.ship(
                shipment,
                slip: slip,
                on: circumstances.today,
                weightGrams: weightGrams.map { Int64($0) },
                for: circumstances.speaker,
                in: db
            )
        }
        return Outcome(shipment: shipment, slip: slip)
    }
}

/// Hands machines that are to be recycled over with a shipment that left.
public struct DisposeDevices: Command {
    public static let name = "dispose-devices"
    public static let summary = Phrase(
        fr: "remet des appareils au recycleur, avec un enlèvement parti",
        en: "hands devices to the recycler, with a shipment that left"
    )
    public static let permission = Permission(.technician)

    public let devices: [DeviceReference]
    public let shipment: Int64

    public init(devices: [DeviceReference], shipment: Int64) {
        self.devices = devices
        self.shipment = shipment
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let shipment: Int64
        public let disposed: Int
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        guard try ShipmentChoice(shipment).slip(in: db, circumstances) != nil else {
            throw .refused(
                Refusal(
                    .shipmentNotShipped,
                    ["shipment": .text(String(shipment))],
                    next: ["ship"]
                )
            )
        }
        let numbers = try DeviceReferences(devices).resolve(in: db, circumstances.speaker)
        try requireAll(numbers, circumstances, in: db)
        let code = try ShipmentChoice(shipment).found(in: db, circumstances).wasteCode
        let kinds = try Failure.running { () throws(PostgresError) in
            try ShipmentStore.kinds(of: numbers, circumstances.speaker, in: db)
        }
        try Failure.judging { () throws(Refusal) in
            for kind in kinds { try WasteRules.require(kind, under: code) }
        }
        let disposed = try Failure.running { () throws(PostgresError) in
            try ShipmentStore.dispose(numbers, with: shipment, in: db)
        }
        return Outcome(shipment: shipment, disposed: Int(disposed))
    }

    /// The door refuses the first that cannot go, by its number; here it gets its label and its way out.
    private func requireAll(
        _ devices: [Int64],
        _ circumstances: Circumstances,
        in db: isolated Connection
    ) throws(Failure) {
        let judged = try Failure.running { () throws(PostgresError) in
            try DeviceStore.states(of: devices, circumstances.speaker, in: db)
        }
        for device in devices {
            let label = DeviceReference(number: device).text
            guard let state = judged[device] else {
                throw .refused(Refusal(.unknownDevice, ["device": .text(label)]))
            }
            let told = try? circumstances.map.refusal(of: "dispose", from: State(rawValue: state))
            guard let refusal = told ?? nil else { continue }
            throw .refused(
                Refusal(
                    code: refusal.code,
                    facts: refusal.facts.merging(["device": label]) { _, own in own },
                    next: refusal.next
                )
            )
        }
    }
}

/// Hands drives that await destruction over with a shipment.
public struct HandOverDrives: Command {
    public static let name = "hand-over-drives"
    public static let summary = Phrase(
        fr: "remet des supports à détruire avec un enlèvement",
        en: "hands over drives to be destroyed, with a shipment"
    )
    public static let permission = Permission(.wipeOperator, .technician)

    public let drives: [DriveReference]
    public let shipment: Int64

    public init(drives: [DriveReference], shipment: Int64) {
        self.drives = drives
        self.shipment = shipment
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let shipment: Int64
        public let drives: Int
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        _ = try ShipmentChoice(shipment).slip(in: db, circumstances)
        var numbers: [Int64] = []
        for drive in drives { numbers.append(try drive.resolve(in: db, circumstances.speaker)) }
        let given = numbers
        let handed = try Failure.running { () throws(PostgresError) in
            try ShipmentStore.handOver(given, with: shipment, in: db)
        }
        return Outcome(shipment: shipment, drives: Int(handed))
    }
}

/// A shipment by its number.
struct ShipmentChoice {
    let number: Int64

    init(_ number: Int64) {
        self.number = number
    }

    /// Its slip, nil while it has not left.
    ///
    /// - Throws: `unknown_shipment`.
    func slip(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> String? {
        let found = try Failure.running { () throws(PostgresError) in
            try ShipmentStore.slip(of: number, circumstances.speaker, in: db)
        }
        guard let slip = found else {
            throw .refused(Refusal(.unknownShipment, ["shipment": .text(String(number))]))
        }
        return slip
    }
}
