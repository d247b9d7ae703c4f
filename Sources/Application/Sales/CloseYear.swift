public import Domain
public import Postgres

/// Closes a year, from its last day on.
///
/// It begins where the closing before it ended. Afterwards nothing is sold or refunded on its days.
public struct CloseYear: Command {
    public static let name = "close-year"
    public static let summary = Phrase(fr: "clôt une année", en: "closes a year")
    public static let permission = Permission(.accountant)

    /// Any day of it; today when it is nil.
    public let day: Day?

    public init(day: Day? = nil) {
        self.day = day
    }

    /// - Throws: `period_not_over`, `period_already_closed`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ClosedPeriod {
        try ClosedPeriod.closing(.year, with: day, in: db, circumstances)
    }
}
