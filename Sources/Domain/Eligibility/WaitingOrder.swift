/// In which order families who wait for a kind of device are served: criteria, the first that differs decides.
public struct WaitingOrder: Hashable, Codable, Sendable {
    public enum Criterion: String, Vocabulary {
        /// Households that have no device of this kind yet come first.
        case noDeviceYet = "no_device_yet"
        /// More children in education come first.
        case childrenInEducation = "children_in_education"
        /// Larger households come first.
        case householdSize = "household_size"
        /// Lower brackets come first.
        case lowestBracket = "lowest_bracket"
        /// Who has waited longer comes first; always the last word.
        case longestWait = "longest_wait"

        public var label: Phrase {
            switch self {
            case .noDeviceYet: Phrase(fr: "sans appareil d'abord", en: "without a device first")
            case .childrenInEducation:
                Phrase(fr: "le plus d'enfants scolarisés", en: "most children in education")
            case .householdSize: Phrase(fr: "les plus grands foyers", en: "largest households")
            case .lowestBracket: Phrase(fr: "la tranche la plus basse", en: "lowest bracket")
            case .longestWait: Phrase(fr: "la plus longue attente", en: "longest wait")
            }
        }
    }

    public let version: String
    public let criteria: [Criterion]

    public init(version: String, criteria: [Criterion]) {
        self.version = version
        self.criteria = criteria
    }

    /// Who has nothing comes first, then pupils, then patience.
    public static let moulin2026 = WaitingOrder(
        version: "WAIT-2026-1",
        criteria: [.noDeviceYet, .childrenInEducation, .longestWait]
    )

    /// A household that waits.
    public struct Applicant: Hashable, Sendable {
        public let application: Int64
        public let since: Day
        /// Tells apart who came on one day: the database numbers those who wait as they come.
        public let arrival: Int64
        public let household: Household
        public let hasDevice: Bool
        public let bracket: Bracket

        public init(
            application: Int64,
            since: Day,
            arrival: Int64,
            household: Household,
            hasDevice: Bool,
            bracket: Bracket
        ) {
            self.application = application
            self.since = since
            self.arrival = arrival
            self.household = household
            self.hasDevice = hasDevice
            self.bracket = bracket
        }
    }

    /// A place in the list, counted from 1, and why it is this one.
    public struct Place: Hashable, Sendable {
        public let rank: Int
        public let applicant: Applicant
        public let explanation: Phrase
    }

    /// Everyone who waits, first to be served first; whoever joins never changes the order of the others.
    public func places(of applicants: [Applicant]) -> [Place] {
        let sorted = applicants.sorted { comes($0, before: $1) }
        return sorted.enumerated().map { index, applicant in
            Place(rank: index + 1, applicant: applicant, explanation: explanation(of: applicant))
        }
    }

    private func comes(_ left: Applicant, before right: Applicant) -> Bool {
        for criterion in criteria {
            let (one, other) = (left.value(of: criterion), right.value(of: criterion))
            if one != other { return one < other }
        }
        return left.arrival < right.arrival
    }

    private func explanation(of applicant: Applicant) -> Phrase {
        let told = criteria.map { applicant.words(of: $0) }
        return Phrase(
            fr: told.map(\.fr).joined(separator: " ; "),
            en: told.map(\.en).joined(separator: "; ")
        )
    }
}

extension WaitingOrder.Applicant {
    /// What counts of the applicant; smaller comes first.
    fileprivate func value(of criterion: WaitingOrder.Criterion) -> Int64 {
        switch criterion {
        case .noDeviceYet: hasDevice ? 1 : 0
        case .childrenInEducation: -Int64(household.childrenInEducation)
        case .householdSize: -Int64(household.persons)
        case .lowestBracket: Int64(bracket.number)
        case .longestWait: arrival
        }
    }

    fileprivate func words(of criterion: WaitingOrder.Criterion) -> Phrase {
        switch criterion {
        case .noDeviceYet:
            hasDevice
                ? Phrase(fr: "a déjà un appareil", en: "has a device already")
                : Phrase(fr: "n'a pas d'appareil", en: "has no device yet")
        case .childrenInEducation:
            Phrase(
                fr: "enfants scolarisés : \(household.childrenInEducation)",
                en: "children in education: \(household.childrenInEducation)"
            )
        case .householdSize:
            Phrase(fr: "personnes : \(household.persons)", en: "persons: \(household.persons)")
        case .lowestBracket:
            Phrase(fr: "tranche \(bracket.name)", en: "bracket \(bracket.name)")
        case .longestWait:
            Phrase(
                fr: "attend depuis le \(since.formatted(in: .fr))",
                en: "waiting since \(since.formatted(in: .en))"
            )
        }
    }
}
