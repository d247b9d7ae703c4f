public import Domain
public import Postgres
import Store

/// Lends or gives a device to a place of the community, under an agreement.
public struct PlaceDevice: Command {
    public static let name = "place-device"
    public static let summary = Phrase(
        fr: "confie un appareil à un lieu de la commune",
        en: "places a device with the community"
    )
    public static let permission = Permission(.shop)

    public enum Kind: String, CaseIterable, Codable, Sendable { case loan, gift }

    public let device: DeviceReference
    public let kind: Kind
    /// Who takes it: a school, a rest home.
    public let taker: String
    /// Which agreement it is under.
    public let agreement: String
    /// Until when it is lent.
    public let until: Day?

    public init(
        device: DeviceReference,
        kind: Kind,
        taker: String,
        agreement: String,
        until: Day? = nil
    ) {
        self.device = device
        self.kind = kind
        self.taker = taker
        self.agreement = agreement
        self.until = until
    }

    public var subject: DeviceReference? { device }

    public struct Outcome: Codable, Sendable, Hashable {
        public let placement: Int64
        public let device: String
    }

    /// - Throws: `step_not_on_map` unless it is in stock, `back_dated`, `.unreadable` without a taker or an agreement.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let taker = try Failure.written(
            taker,
            Phrase(fr: "qui le prend (taker)", en: "who takes it (taker)")
        )
        let agreement = try Failure.written(
            agreement,
            Phrase(fr: "la convention (agreement)", en: "the agreement (agreement)")
        )
        if let until, until < circumstances.today {
            let rule = Phrase(
                fr: "un prêt ne finit pas avant de commencer",
                en: "no loan ends before it begins"
            )
            throw .impossible(until, "not_in_the_past", rule)
        }
        let number = try device.resolve(in: db, circumstances.speaker)
        let placement = try Failure.counter { () throws(PostgresError) in
            try PlacementStore.place(
                number,
                kind: kind.rawValue,
                taker: taker,
                agreement: agreement,
                until: until,
                in: db
            )
        }
        return Outcome(placement: placement, device: DeviceReference(number: number).text)
    }
}
