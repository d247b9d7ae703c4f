/// The days within which a refusal may be appealed (rulebook 2.6).
public struct AppealTerm: Hashable, Sendable {
    /// The last day on which the appeal may be lodged.
    public let lastDay: Day

    /// The term of a refusal that was decided on a day.
    public init(decidedOn: Day, months: Int = EligibilityPack.france.appealMonths) {
        lastDay = decidedOn.adding(months: months)
    }

    /// - Throws: `appeal_too_late`.
    public func require(_ lodgedOn: Day, application: Int) throws(Refusal) {
        guard lodgedOn > lastDay else { return }
        throw Refusal(
            .appealTooLate,
            ["application": .number(application), "last_day": .day(lastDay)],
            next: ["enter-application"]
        )
    }
}
