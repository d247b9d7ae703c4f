public import Domain
import Postgres
import Store

/// The house's figures as the town may know them: by year, small counts left out.
public struct OpenFigures: Codable, Sendable, Hashable {
    /// A count below this could be somebody's own machine, and is not told.
    public static let least = 5

    public struct Year: Codable, Sendable, Hashable {
        public let year: Int
        /// nil where the count is too small to be told; so are all others.
        public let received: Int?
        public let reused: Int?
        public let parts: Int?
        public let recycled: Int?
        /// Whole kilograms that came.
        public let kilograms: Int?
        /// Kilograms of CO₂e that reuse avoided; nil too where a kind has no factor.
        public let carbonKilograms: Int?

        enum CodingKeys: String, CodingKey {
            case year, received, reused, parts, recycled, kilograms
            case carbonKilograms = "carbon_kg"
        }
    }

    public let years: [Year]
    /// One method for all years, so that they compare.
    public let method: CarbonMethod
    public let factorVersion: String
    public let source: String

    enum CodingKeys: String, CodingKey {
        case years, method, source
        case factorVersion = "factor_version"
    }

    init(_ flows: [OutcomeStore.Flow]) {
        var units: [DeviceType: Int] = [:]
        for flow in flows where GiftFate(state: flow.state).forReuse == .reused {
            units[flow.kind, default: 0] += Int(flow.devices)
        }
        let factors = CarbonFactors.suiting(units, nil)
        method = factors.method
        factorVersion = factors.version
        source = factors.source
        let groups = Dictionary(grouping: flows, by: \.group)
        years = groups.keys.sorted().compactMap { year in
            groups[year].map { Self.year(Int(year), $0, factors) }
        }
    }

    private static func year(
        _ year: Int,
        _ flows: [OutcomeStore.Flow],
        _ factors: CarbonFactors
    ) -> Year {
        let line = FlowLine(flows)
        var units: [DeviceType: Int] = [:]
        for flow in flows where GiftFate(state: flow.state).forReuse == .reused {
            units[flow.kind, default: 0] += Int(flow.devices)
        }
        let isTold = line.received >= least
        return Year(
            year: year,
            received: told(line.received),
            reused: told(line.reused),
            parts: told(line.parts),
            recycled: told(line.recycled),
            kilograms: isTold ? Int((line.gramsIn + 500) / 1_000) : nil,
            carbonKilograms: told(line.reused) == nil || line.reused == 0
                ? nil : factors.estimate(for: units)?.kilograms
        )
    }

    /// Nothing is no secret; a few are.
    private static func told(_ count: Int) -> Int? { count == 0 || count >= least ? count : nil }

    /// The JSON form.
    public var json: [UInt8] { CommandJSON.encode(self) }

    /// Machines by year.
    public func machines(in language: Language) -> Chart {
        func word(_ fr: String, _ en: String) -> String {
            Phrase(fr: fr, en: en).text(in: language)
        }
        return Chart(
            title: word("Appareils par année", "Machines by year"),
            unit: word("appareils", "machines"),
            categories: years.map { "\($0.year)" },
            series: [
                Chart.Series(name: word("Reçus", "Received"), values: years.map(\.received)),
                Chart.Series(name: word("Réemployés", "Reused"), values: years.map(\.reused)),
                Chart.Series(name: word("Recyclés", "Recycled"), values: years.map(\.recycled)),
            ]
        )
    }

    /// Kilograms by year.
    public func weights(in language: Language) -> Chart {
        func word(_ fr: String, _ en: String) -> String {
            Phrase(fr: fr, en: en).text(in: language)
        }
        return Chart(
            title: word("Kilogrammes par année", "Kilograms by year"),
            unit: "kg",
            categories: years.map { "\($0.year)" },
            series: [
                Chart.Series(
                    name: word("Matériel reçu", "Equipment received"),
                    values: years.map(\.kilograms)
                ),
                Chart.Series(
                    name: word("CO₂e évité (estimation)", "CO₂e avoided (estimate)"),
                    values: years.map(\.carbonKilograms)
                ),
            ]
        )
    }
}

extension OpenDesk {
    /// The figures that everybody may know.
    public func figures() async throws(Failure) -> OpenFigures {
        let flows = try await act { (db) throws(PostgresError) in
            try ShelfStore.figures(in: db)
        }
        return OpenFigures(flows)
    }
}
