/// Whole days from a first to a last, both of which count.
///
/// Stored half-open, as PostgreSQL stores a `daterange`: a voucher whose last usable day is
/// 8 February ends at the first instant of 9 February.
public struct DayRange: Hashable, Codable, Sendable {
    public let first: Day
    /// The day after the last.
    public let end: Day

    /// Nil when the last day comes before the first.
    public init?(first: Day, last: Day) {
        guard first <= last else { return nil }
        self.first = first
        end = last.adding(days: 1)
    }

    /// The first day and so many days after it.
    public init(from first: Day, andDaysAfter days: Int) {
        precondition(days >= 0, "a range has at least its first day")
        self.first = first
        end = first.adding(days: days + 1)
    }

    public var last: Day { end.adding(days: -1) }
    public var dayCount: Int { end.number - first.number }

    public func contains(_ day: Day) -> Bool {
        first <= day && day < end
    }
}
