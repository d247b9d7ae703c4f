import Domain

/// What a cell says of a date.
enum DateReading {
    case day(Day)
    /// A date that means "none": the zero of some calendar.
    case placeholder
    /// Known to the month or the year, so that no day can be said.
    case vague
    case problem(Problem)

    /// The day of `2021-03-25`, or of `25/03/2021` under a convention; nil for anything rarer, which ``read(_:convention:)`` knows.
    static func usual(_ bytes: LentBytes, convention: DateConvention?) -> Day? {
        guard bytes.count == 10 else { return nil }
        let isISO = bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
        let year = figures(bytes, from: isISO ? 0 : 6, count: 4)
        guard year >= 1980, year < 2100 else { return nil }
        if isISO {
            return Day(year, figures(bytes, from: 5, count: 2), figures(bytes, from: 8, count: 2))
        }
        guard let convention, bytes[2] == bytes[5], bytes[2] == UInt8(ascii: "/") else {
            return nil
        }
        let first = figures(bytes, from: 0, count: 2)
        let second = figures(bytes, from: 3, count: 2)
        return convention == .dayFirst ? Day(year, second, first) : Day(year, first, second)
    }

    /// The number that so many digits write; negative when one is no digit.
    private static func figures(_ bytes: LentBytes, from start: Int, count: Int) -> Int {
        var number = 0
        for index in start..<(start + count) {
            guard isDigit(bytes[index]) else { return -1 }
            number = number * 10 + Int(bytes[index] & 0x0F)
        }
        return number
    }

    /// `years` are those that may be meant; where they reach back before computers, the year needs its century, and the day too.
    static func read(
        _ bytes: LentBytes,
        convention: DateConvention?,
        words: DateWords,
        years: ClosedRange<Int> = usualYears
    ) -> DateReading {
        if let instant = ProgramInstant.day(bytes) { return day(instant, years) }
        let convention = convention ?? (isDotted(bytes) ? .dayFirst : nil)
        let readings = DateParts.all(in: bytes, words).map { read($0, convention, years) }
        return readings.first { if case .day = $0 { true } else { false } }
            ?? readings.first { if case .problem(.notADate) = $0 { false } else { true } }
            ?? .problem(.notADate)
    }

    private static func read(
        _ date: DateParts,
        _ convention: DateConvention?,
        _ years: ClosedRange<Int>
    ) -> DateReading {
        let isBirthday = years.lowerBound < usualYears.lowerBound
        if date.isVague(years) { return isBirthday ? .problem(.notADate) : .vague }
        switch date.parts.count {
        case 1: return readOne(date.parts[0], years)
        case 3 where isBirthday && !date.hasCentury: return .problem(.notADate)
        case 3: return readThree(date.parts, convention, years)
        default: return .problem(.notADate)
        }
    }

    static let usualYears = 1980...2099

    /// Whether points part the figures, as in `03.04.2021`: nobody who writes the month first writes points.
    static func isDotted(_ bytes: LentBytes) -> Bool {
        bytes.prefix(8).count { $0 == UInt8(ascii: ".") } == 2
    }

    /// The first two figures of a date that ends with its year; nil for any other writing.
    static func leadingPair(_ bytes: LentBytes, _ words: DateWords) -> (Int, Int)? {
        for date in DateParts.all(in: bytes, words) where date.parts.count == 3 {
            guard case .number(let first, let digits) = date.parts[0], digits <= 2,
                case .number(let second, let others) = date.parts[1], others <= 2
            else { continue }
            return (first, second)
        }
        return nil
    }

    private static func readOne(_ part: DateParts.Part, _ years: ClosedRange<Int>) -> DateReading {
        guard case .number(let value, let digits) = part else { return .problem(.notADate) }
        if digits == 8 {
            return day(value / 10_000, value / 100 % 100, value % 100, nil, years)
        }
        // Spreadsheets count days: 20000 is in 1954 and 60000 in 2064.
        guard digits == 5, (20_000...60_000).contains(value) else { return .problem(.notADate) }
        // Day 25,569 since 1900 is 1970-01-01; the other count begins 1,462 days later.
        return .problem(
            .dayNumber(
                since1900: Day(number: value - 25_569),
                since1904: Day(number: value - 25_569 + 1_462)
            )
        )
    }

    private static func readThree(
        _ parts: [DateParts.Part],
        _ convention: DateConvention?,
        _ years: ClosedRange<Int>
    ) -> DateReading {
        switch (parts[0], parts[1], parts[2]) {
        case (.number(let year, 4), .number(let month, _), .number(let date, _)),
            (.number(let year, 4), .month(let month), .number(let date, _)):
            day(year, month, date, nil, years)
        case (.number(let date, _), .month(let month), .number(let year, let digits)),
            (.month(let month), .number(let date, _), .number(let year, let digits)):
            day(century(year, digits), month, date, nil, years)
        case (.number(let first, 1...2), .number(let second, 1...2), .number(let year, let digits))
        where digits == 2 || digits == 4:
            choose(first, second, century(year, digits), convention, years)
        default: .problem(.notADate)
        }
    }

    /// Two digits below 80 are of this century; computers are not older than the others.
    private static func century(_ year: Int, _ digits: Int) -> Int {
        guard digits <= 2 else { return year }
        return year < 80 ? 2000 + year : 1900 + year
    }

    private static func choose(
        _ first: Int,
        _ second: Int,
        _ year: Int,
        _ convention: DateConvention?,
        _ years: ClosedRange<Int>
    ) -> DateReading {
        switch convention {
        case .dayFirst: return day(year, second, first, .dayFirst, years)
        case .monthFirst: return day(year, first, second, .monthFirst, years)
        case nil:
            guard let dayFirst = Day(year, second, first) else {
                return day(year, first, second, nil, years)
            }
            guard let monthFirst = Day(year, first, second), monthFirst != dayFirst else {
                return day(year, second, first, nil, years)
            }
            return .problem(.ambiguousDate(dayFirst: dayFirst, monthFirst: monthFirst))
        }
    }

    private static func day(_ day: Day, _ years: ClosedRange<Int>) -> DateReading {
        self.day(day.year, day.month, day.dayOfMonth, nil, years)
    }

    private static func day(
        _ year: Int,
        _ month: Int,
        _ date: Int,
        _ convention: DateConvention?,
        _ years: ClosedRange<Int>
    ) -> DateReading {
        // Somebody was born on the first day of Unix.
        let isBirthday = years.contains(year) && years.lowerBound < usualYears.lowerBound
        if !(isBirthday && year > 1904), zeros.contains([year, month, date]) {
            return .placeholder
        }
        guard years.contains(year), let day = Day(year, month, date) else {
            return .problem(.impossibleDate(convention))
        }
        return .day(day)
    }

    /// The first or last days of calendars, which programs write for "no date".
    private static let zeros: Set<[Int]> = [
        [0, 0, 0], [1, 1, 1], [1601, 1, 1], [1899, 12, 30], [1900, 1, 0], [1900, 1, 1],
        [1904, 1, 1], [1970, 1, 1], [9999, 12, 31],
    ]

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
