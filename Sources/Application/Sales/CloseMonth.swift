public import Domain
public import Postgres

/// Closes a month, from its last day on.
///
/// It begins where the closing before it ended. Afterwards nothing is sold or refunded on its days.
public struct CloseMonth: Command {
    public static let name = "close-month"
    public static let summary = Phrase(fr: "clôt un mois", en: "closes a month")
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
        try ClosedPeriod.closing(.month, with: day, in: db, circumstances)
    }
}
