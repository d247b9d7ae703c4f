public import Domain
public import Postgres

/// Closes the till for a day: its total, and the total since the first sale ever.
///
/// It begins where the closing before it ended. Afterwards nothing is sold or refunded on its days.
public struct CloseDay: Command {
    public static let name = "close-day"
    public static let summary = Phrase(
        fr: "clôt la caisse d'un jour",
        en: "closes the till for a day"
    )
    public static let permission = Permission(.shop, .accountant)

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
        try ClosedPeriod.closing(.day, with: day, in: db, circumstances)
    }
}
