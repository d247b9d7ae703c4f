public import Domain
public import Postgres
import Store

/// Says how many there are of a part that is counted and not told apart.
public struct CountPart: Command {
    public static let name = "count-part"
    public static let summary = Phrase(
        fr: "compte une pièce en stock",
        en: "counts a part in stock"
    )
    public static let permission = Permission(.technician)

    public let part: String
    public let onHand: Int

    public init(part: String, onHand: Int) {
        self.part = part
        self.onHand = onHand
    }

    enum CodingKeys: String, CodingKey {
        case part
        case onHand = "on_hand"
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PartLeft {
        let before = try Failure.running { () throws(PostgresError) in
            try ComponentStore.onHand(part, circumstances.speaker, in: db) ?? 0
        }
        let delta = Int32(clamping: onHand) - before
        guard delta != 0 else { return PartLeft(part: part, onHand: Int(before)) }
        let left = try Failure.running { () throws(PostgresError) in
            try ComponentStore.movePart(part, by: delta, for: nil, reason: "count", in: db)
        }
        return PartLeft(part: part, onHand: Int(left))
    }
}

/// Takes counted parts for a machine.
public struct UsePart: Command {
    public static let name = "use-part"
    public static let summary = Phrase(
        fr: "prend des pièces comptées pour un appareil",
        en: "takes counted parts for a device"
    )
    public static let permission = Permission(.technician)

    public let part: String
    public let device: DeviceReference
    /// One when nothing is said.
    public let quantity: Int?

    public init(part: String, device: DeviceReference, quantity: Int? = nil) {
        self.part = part
        self.device = device
        self.quantity = quantity
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PartLeft {
        let taken = quantity ?? 1
        guard taken > 0, taken <= 100_000 else { throw .unreadable(quantityExpected) }
        let number = try device.resolve(in: db, circumstances.speaker)
        let known = try Failure.running { () throws(PostgresError) in
            try ComponentStore.onHand(part, circumstances.speaker, in: db)
        }
        guard known != nil else { throw try unknown(in: db, circumstances.speaker) }
        let left = try Failure.running { () throws(PostgresError) in
            try ComponentStore.movePart(
                part,
                by: -Int32(taken),
                for: number,
                reason: "used",
                in: db
            )
        }
        return PartLeft(part: part, onHand: Int(left))
    }

    private func unknown(
        in db: isolated Connection,
        _ speaker: Speaker
    ) throws(Failure) -> Failure {
        let nearest = try Failure.running { () throws(PostgresError) in
            try ComponentStore.nearest(part: part, speaker, in: db)
        }
        return .refused(
            Refusal(
                .unknownPart,
                [
                    "part": .text(part),
                    "nearest": .list(nearest.map { ($0, Phrase(fr: $0, en: $0)) }),
                ],
                next: ["count-part"]
            )
        )
    }

    private var quantityExpected: Unreadable {
        Unreadable(
            String(quantity ?? 1),
            expected: Phrase(fr: "un nombre de pièces d'au moins 1", en: "a number of parts from 1")
        )
    }
}

/// How many of a counted part are left.
public struct PartLeft: Codable, Sendable, Hashable {
    public let part: String
    public let onHand: Int

    enum CodingKeys: String, CodingKey {
        case part
        case onHand = "on_hand"
    }
}
