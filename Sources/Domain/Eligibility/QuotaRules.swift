/// How many devices of each kind a household may have within a time (rulebook 2.6).
public struct QuotaRules: Hashable, Codable, Sendable {
    public let months: Int

    public init(months: Int = 24) { self.months = months }

    public func limit(of kind: QuotaKind, for household: Household) -> Int {
        let isLarge = household.persons >= 4 && household.childrenInEducation >= 2
        return kind == .mainDevice && isLarge ? 2 : 1
    }

    public func limits(for household: Household) -> [QuotaKind: Int] {
        var limits: [QuotaKind: Int] = [:]
        for kind in QuotaKind.allCases { limits[kind] = limit(of: kind, for: household) }
        return limits
    }

    /// Refuses a device beyond the limit.
    ///
    /// - Parameters:
    ///   - kind: What is asked for.
    ///   - household: Whose limit.
    ///   - taken: Days on which the household got one of this kind; returns and warranty
    ///     replacements are not among them.
    ///   - day: Today.
    /// - Throws: `household_limit` with the day from which another is possible.
    public func requireRoom(
        for kind: QuotaKind,
        household: Household,
        taken: [Day],
        on day: Day
    ) throws(Refusal) {
        let limit = limit(of: kind, for: household)
        let ends = taken.map { $0.adding(months: months) }.filter { $0 > day }.sorted()
        guard ends.count >= limit else { return }
        throw Refusal(
            .householdLimit,
            [
                "quota": .number(limit), "kind": .word(kind),
                "free_on": .day(ends[ends.count - limit]),
            ]
        )
    }
}

extension QuotaKind: CodingKeyRepresentable {}
