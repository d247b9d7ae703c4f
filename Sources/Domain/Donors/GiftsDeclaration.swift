/// The yearly declaration of tax receipts.
///
/// CGI article 222 bis; rulebook 1.5.
public struct GiftsDeclaration: Hashable, Codable, Sendable {
    /// A receipt of the year; duplicates are prints, not receipts, and do not appear.
    public struct Receipt: Hashable, Codable, Sendable {
        public let amount: Money
        public let isCancelled: Bool

        public init(amount: Money, isCancelled: Bool) {
            self.amount = amount
            self.isCancelled = isCancelled
        }
    }

    public let documentCount: Int
    public let total: Money
    public let deadline: Day

    public init(
        of receipts: [Receipt],
        yearEndingOn yearEnd: Day,
        currency: Currency = .eur
    ) {
        let standing = receipts.filter { !$0.isCancelled }
        documentCount = standing.count
        total = standing.map(\.amount).total(in: currency)
        deadline = Self.deadline(forYearEndingOn: yearEnd)
    }

    /// The second working day after 1 May for a year that ends in December, else three months.
    public static func deadline(forYearEndingOn yearEnd: Day) -> Day {
        guard yearEnd.month == 12, yearEnd.dayOfMonth == 31,
            let may = Day(yearEnd.year + 1, 5, 1)
        else { return yearEnd.adding(months: 3) }
        return may.followingFrenchWorkingDay(2)
    }
}
