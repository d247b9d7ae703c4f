/// How avoided emissions are estimated (rulebook 5.3).
public enum CarbonMethod: String, Vocabulary {
    /// Units × what a year of second life avoids × years.
    case yearly
    /// Units × what making a new one costs × the share that replaces a new one.
    case displacement

    public var label: Phrase {
        switch self {
        case .yearly:
            Phrase(
                fr: "méthode A : par année de seconde vie",
                en: "method A: by year of second life"
            )
        case .displacement:
            Phrase(fr: "méthode B : fabrication évitée", en: "method B: manufacture avoided")
        }
    }
}

/// Factors of one method, from one source: those of two never meet in one total.
public struct CarbonFactors: Hashable, Codable, Sendable {
    public let method: CarbonMethod
    public let version: String
    public let source: String
    /// Grams of CO₂e for each unit: a year of use for method A, its manufacture for method B.
    public let grams: [DeviceType: Int]
    /// Years of second life for method A, the percentage that replaces a new device for method B.
    public let weight: [DeviceType: Int]

    public init(
        method: CarbonMethod,
        version: String,
        source: String,
        grams: [DeviceType: Int],
        weight: [DeviceType: Int]
    ) {
        self.method = method
        self.version = version
        self.source = source
        self.grams = grams
        self.weight = weight
    }

    /// The estimate for units that went to a new user; nil when a type has no factor.
    ///
    /// A missing factor is no zero, and is never borrowed from another column.
    public func estimate(for units: [DeviceType: Int]) -> CarbonEstimate? {
        var grams = 0
        var terms: [CarbonTerm] = []
        for (type, count) in units.sorted(by: { $0.key.rawValue < $1.key.rawValue })
        where count > 0 {
            guard let factor = self.grams[type], let weight = weight[type] else { return nil }
            grams += count * factor * weight / (method == .displacement ? 100 : 1)
            terms.append(CarbonTerm(kind: type, units: count, grams: factor, weight: weight))
        }
        return CarbonEstimate(
            kilograms: (grams + 500) / 1_000,
            method: method,
            factorVersion: version,
            source: source,
            terms: terms
        )
    }
}

/// What one kind of machine adds to an estimate, so that anyone may compute it again.
public struct CarbonTerm: Hashable, Codable, Sendable {
    public let kind: DeviceType
    public let units: Int
    /// The factor: grams of CO₂e for each unit.
    public let grams: Int
    /// Years for method A, per cent for method B.
    public let weight: Int

    public init(kind: DeviceType, units: Int, grams: Int, weight: Int) {
        self.kind = kind
        self.units = units
        self.grams = grams
        self.weight = weight
    }

    /// « ordinateur portable : 30 × 27 kg × 4 ans », or « × 50 % ».
    public func formatted(by method: CarbonMethod, in language: Language) -> String {
        let factor = Weight(grams: grams).formatted(in: language)
        let colon = Phrase(fr: "\u{A0}:", en: ":").text(in: language)
        let share =
            switch method {
            case .yearly: Phrase(fr: "\(weight) ans", en: "\(weight) years").text(in: language)
            case .displacement: "\(weight)\u{A0}%"
            }
        return "\(kind.label.text(in: language))\(colon) \(units) × \(factor) × \(share)"
    }
}

/// Avoided emissions, with what they rest on.
public struct CarbonEstimate: Hashable, Codable, Sendable {
    /// Rounded to the kilogram.
    public let kilograms: Int
    public let method: CarbonMethod
    public let factorVersion: String
    public let source: String
    /// By kind: units, factor and weight, of which the kilograms are the sum.
    public let terms: [CarbonTerm]

    public init(
        kilograms: Int,
        method: CarbonMethod,
        factorVersion: String,
        source: String,
        terms: [CarbonTerm] = []
    ) {
        self.kilograms = kilograms
        self.method = method
        self.factorVersion = factorVersion
        self.source = source
        self.terms = terms
    }
}

extension CarbonFactors {
    /// Figures for laptops and smartphones (ADEME 2022), four and two years of second life.
    public static let ademe2022 = CarbonFactors(
        method: .yearly,
        version: "ADEME-2022",
        source: "ADEME, étude reconditionnés, 2022",
        grams: [.laptop: 27_000, .smartphone: 24_600],
        weight: [.laptop: 4, .smartphone: 2]
    )

    /// Making and distribution (Impact CO2, ADEME), half of the devices replacing a new one.
    public static let impactCO2Making = CarbonFactors(
        method: .displacement,
        version: "IMPACT-CO2-2024-11",
        source: "ADEME, Impact CO2, 2024-11",
        grams: [
            .laptop: 182_600, .desktopTower: 204_400, .monitor: 65_900, .tablet: 59_700,
            .smartphone: 85_100,
        ],
        weight: [.laptop: 50, .desktopTower: 50, .monitor: 50, .tablet: 50, .smartphone: 50]
    )
}
