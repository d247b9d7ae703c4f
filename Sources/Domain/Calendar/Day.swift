/// A civil date of the proleptic Gregorian calendar, without hour or zone.
public struct Day: Hashable, Sendable {
    /// Days since 1970-01-01, which is 0.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// The years that ISO 8601 writes with four figures and the database knows; no machine came, and no one was born, in another.
    public static let years = 1...9999

    /// The day of these figures; nil when the month has no such day, or the year is none of ``years``.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Day.count(inMonth: month, of: year)
        else { return nil }
        self.init(unchecked: year, month, day)
    }

    private init(unchecked year: Int, _ month: Int, _ day: Int) {
        // Years begin in March, so that the leap day is the last of its year; eras are of 400 years.
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.floorDivided(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        // 719,468 days lie between 0000-03-01 and 1970-01-01; an era has 146,097.
        number = era * 146_097 + dayOfEra - 719_468
    }

    public var year: Int { figures.year }
    /// From 1, January.
    public var month: Int { figures.month }
    /// From 1.
    public var dayOfMonth: Int { figures.day }

    var figures: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    public static func count(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    public static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}

extension Day: Comparable, Strideable {
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    public func distance(to other: Day) -> Int { other.number - number }
    public func advanced(by days: Int) -> Day { Day(number: number + days) }

    public func adding(days: Int) -> Day { advanced(by: days) }

    /// The same day of another month, or the last day of that month when it is shorter.
    public func adding(months: Int) -> Day {
        let (year, month, day) = figures
        let monthNumber = year * 12 + month - 1 + months
        let newYear = monthNumber.floorDivided(by: 12)
        let newMonth = monthNumber - newYear * 12 + 1
        return Day(
            unchecked: newYear,
            newMonth,
            min(day, Day.count(inMonth: newMonth, of: newYear))
        )
    }

    public func adding(years: Int) -> Day { adding(months: 12 * years) }
}

extension Int {
    func floorDivided(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
