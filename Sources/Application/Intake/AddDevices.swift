public import Domain
public import Postgres
import Store

/// "So many machines arrived": each gets a label at once, and its details later.
public struct AddDevices: Command {
    public static let name = "add-devices"
    public static let summary = Phrase(
        fr: "ajoute des appareils arrivés, ou annoncés, d'un don",
        en: "adds devices of a donation that arrived, or are announced"
    )
    public static let permission = Permission(.intake)
    /// What one command adds at most.
    public static let limit = 10_000

    public let donation: Int64
    public let kind: DeviceType
    public let count: Int
    public let maker: String?
    public let model: String?
    /// Where they are put, by name or way.
    public let place: String?
    /// True when they are only announced.
    public let announced: Bool?

    public init(
        donation: Int64,
        kind: DeviceType,
        count: Int,
        maker: String? = nil,
        model: String? = nil,
        place: String? = nil,
        announced: Bool? = nil
    ) {
        self.donation = donation
        self.kind = kind
        self.count = count
        self.maker = maker
        self.model = model
        self.place = place
        self.announced = announced
    }

    public struct Outcome: Codable, Sendable, Hashable {
        /// The labels to print, in order.
        public let devices: [String]
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        guard (1...Self.limit).contains(count) else { throw .unreadable(countExpected) }
        let place = try self.place.map { (name) throws(Failure) in
            try PlaceReference(name).resolve(in: db, circumstances.speaker)
        }
        let numbers = try Failure.running { () throws(PostgresError) in
            try DeviceStore.add(
                Int32(count),
                of: kind,
                to: donation,
                step: announced == true ? "announce" : "receive",
                maker: maker,
                model: model,
                place: place?.place,
                in: db
            )
        }
        return Outcome(devices: numbers.map { DeviceReference(number: $0).text })
    }

    private var countExpected: Unreadable {
        Unreadable(
            String(count),
            expected: Phrase(
                fr: "un nombre d'appareils de 1 à \(Self.limit)",
                en: "a number of devices from 1 to \(Self.limit)"
            )
        )
    }
}
