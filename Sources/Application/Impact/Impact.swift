public import Domain
public import Postgres
import Store

/// What reuse avoided: kilograms, and an estimate of emissions by one method with its factors' source (rulebook 5.3).
public struct Impact: Question {
    public static let name = "impact"
    public static let summary = Phrase(
        fr: "estime ce que le réemploi a évité",
        en: "estimates what reuse avoided"
    )
    public static let permission = Permission(
        .intake,
        .receiptIssuer,
        .accountant,
        .auditor,
        .admin,
        .shop
    )

    public let from: Day
    /// The last day.
    public let to: Day
    /// Absent: every donor.
    public let donor: Int64?
    /// Absent: by year of second life (A) where there is a factor for every kind, else by displacement (B).
    public let method: CarbonMethod?

    public init(from: Day, to: Day, donor: Int64? = nil, method: CarbonMethod? = nil) {
        self.from = from
        self.to = to
        self.donor = donor
        self.method = method
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let flow: FlowLine?
        /// Reused machines by kind.
        public let reused: [String: Int]
        /// nil where a kind has no factor under this method: a missing factor is no zero.
        public let carbon: CarbonEstimate?
        /// Kinds that have no factor under this method.
        public let withoutFactor: [DeviceType]

        enum CodingKeys: String, CodingKey {
            case flow, reused, carbon
            case withoutFactor = "without_factor"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        try Failure.requireOrder(from: from, to: to)
        let flows = try Failure.running { () throws(PostgresError) in
            try OutcomeStore.flows(
                byYear: true,
                donor: donor,
                from: from,
                to: to,
                circumstances.speaker,
                in: db
            )
        }
        var units: [DeviceType: Int] = [:]
        for flow in flows where GiftFate(state: flow.state).forReuse == .reused {
            units[flow.kind, default: 0] += Int(flow.devices)
        }
        let factors = CarbonFactors.suiting(units, method)
        return Answer(
            flow: flows.isEmpty ? nil : FlowLine(flows),
            reused: Dictionary(uniqueKeysWithValues: units.map { ($0.key.rawValue, $0.value) }),
            carbon: factors.estimate(for: units),
            withoutFactor: units.keys.filter { factors.grams[$0] == nil }
                .sorted { $0.rawValue < $1.rawValue }
        )
    }
}

extension CarbonFactors {
    /// The factors of the method asked for; else those of method A where they know every kind, else of method B.
    static func suiting(_ units: [DeviceType: Int], _ method: CarbonMethod?) -> CarbonFactors {
        switch method {
        case .yearly: ademe2022
        case .displacement: impactCO2Making
        case nil:
            units.keys.allSatisfy { ademe2022.grams[$0] != nil } ? ademe2022 : impactCO2Making
        }
    }
}
