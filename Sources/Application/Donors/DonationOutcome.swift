public import Domain
public import Postgres
import Store

/// What became of a device that somebody gave.
public enum GiftFate: String, Vocabulary {
    case sold
    case given
    case placed
    case parts
    case recycled
    case returned
    case waiting
    case cancelled
    case missing

    init(state: String) {
        switch state {
        case "sold": self = .sold
        case "gifted": self = .given
        case "placed": self = .placed
        case "for_parts": self = .parts
        case "disposed", "disposal_pending": self = .recycled
        case "returned_to_donor": self = .returned
        case "cancelled": self = .cancelled
        case "missing": self = .missing
        default: self = .waiting
        }
    }

    public var label: Phrase {
        switch self {
        case .sold: Phrase(fr: "vendu à une famille", en: "sold to a family")
        case .given: Phrase(fr: "donné à une famille", en: "given to a family")
        case .placed: Phrase(fr: "confié à un lieu", en: "placed with a community")
        case .parts: Phrase(fr: "utilisé pour ses pièces", en: "used for its parts")
        case .recycled: Phrase(fr: "recyclé", en: "recycled")
        case .returned: Phrase(fr: "rendu au donateur", en: "returned to the donor")
        case .waiting: Phrase(fr: "en cours", en: "waiting")
        case .cancelled: Phrase(fr: "annulé", en: "cancelled")
        case .missing: Phrase(fr: "disparu", en: "missing")
        }
    }
}

/// A device of a gift as its donor may see it: never who has it.
public struct GivenDeviceAnswer: Codable, Sendable, Hashable {
    public let device: String
    public let kind: DeviceType
    public let maker: String?
    public let model: String?
    public let serial: String?
    public let state: String
    public let fate: GiftFate

    init(_ device: GivenDevice) {
        self.device = DeviceReference(number: device.number).text
        kind = device.kind
        maker = device.maker
        model = device.model
        serial = device.serial
        state = device.state
        fate = GiftFate(state: device.state)
    }
}

/// What became of a gift, or of all that a donor gave: counts, weights and rates (rulebook 5.2).
public struct DonationOutcome: Question {
    public static let name = "donation-outcome"
    public static let summary = Phrase(
        fr: "dit ce que sont devenus les appareils donnés",
        en: "says what became of the devices given"
    )
    public static let permission = ShowDonation.permission

    public let donation: Int64?
    public let donor: Int64?

    public init(donation: Int64? = nil, donor: Int64? = nil) {
        self.donation = donation
        self.donor = donor
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let units: [String: Int64]
        public let grams: [String: Int64]
        public let unitsIn: Int64
        public let gramsIn: Int64
        public let byKind: [KindCount]
        /// Tenths of a per cent of the units taken in, rounded half up; nil while there is none.
        public let reusePerMille: Int?
        public let partsPerMille: Int?
        public let recyclingPerMille: Int?

        enum CodingKeys: String, CodingKey {
            case units, grams
            case unitsIn = "units_in"
            case gramsIn = "grams_in"
            case byKind = "by_kind"
            case reusePerMille = "reuse_per_mille"
            case partsPerMille = "parts_per_mille"
            case recyclingPerMille = "recycling_per_mille"
        }
    }

    public struct KindCount: Codable, Sendable, Hashable {
        public let kind: DeviceType
        public let fate: GiftFate
        public let units: Int64
        public let grams: Int64
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        if let donation { _ = try Donation.require(donation, in: db, circumstances) }
        let giver = try donor.map { (donor) throws(Failure) in
            try Donor.require(donor, in: db, circumstances).number
        }
        let counts = try Failure.running { () throws(PostgresError) in
            try DonationStore.counts(
                donation: donation,
                donor: giver,
                circumstances.speaker,
                in: db
            )
        }
        return Self.answer(
            counts.map {
                KindCount(
                    kind: $0.kind,
                    fate: GiftFate(state: $0.state),
                    units: $0.devices,
                    grams: $0.grams
                )
            }
        )
    }

    static func answer(_ counts: [KindCount]) -> Answer {
        let came = counts.filter { $0.fate != .cancelled }
        let units = Dictionary(grouping: came, by: \.fate).mapValues {
            $0.reduce(0) { $0 + $1.units }
        }
        let grams = Dictionary(grouping: came, by: \.fate).mapValues {
            $0.reduce(0) { $0 + $1.grams }
        }
        func unitsOf(_ fate: GiftFate) -> Int { Int(units[fate] ?? 0) }
        let flow = FlowCounts(
            received: came.reduce(0) { $0 + Int($1.units) },
            returnedToDonor: unitsOf(.returned),
            sold: unitsOf(.sold),
            given: unitsOf(.given) + unitsOf(.placed),
            forParts: unitsOf(.parts),
            recycled: unitsOf(.recycled)
        )
        return Answer(
            units: named(units),
            grams: named(grams),
            unitsIn: Int64(flow.taken),
            gramsIn: grams.reduce(0) { $0 + ($1.key == .returned ? 0 : $1.value) },
            byKind: counts,
            reusePerMille: flow.reuseRate?.perMille,
            partsPerMille: flow.partsRate?.perMille,
            recyclingPerMille: flow.recyclingRate?.perMille
        )
    }

    private static func named(_ counts: [GiftFate: Int64]) -> [String: Int64] {
        Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
    }
}
