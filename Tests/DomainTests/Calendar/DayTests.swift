import Domain
import Testing

@Suite struct DayTests {
    @Test func `every day of eight centuries keeps its figures`() throws {
        let first = try Day(reading: "1600-01-01")
        let last = try Day(reading: "2400-12-31")

        for day in first...last {
            let again = Day(day.year, day.month, day.dayOfMonth)
            if again != day { Issue.record("\(day.number) became \(String(describing: again))") }
        }
        #expect(last.number - first.number == 292_559)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "", "2026-01-01 ", "1900-02-29",
    ])
    func `a date that does not exist is refused`(text: String) {
        #expect(throws: Unreadable.self) { try Day(reading: text) }
    }

    @Test(arguments: [Int.min, -1, 10_000, 300_000, .max])
    func `a year that no date is written in has no days`(year: Int) {
        #expect(Day(year, 1, 1) == nil)
    }

    @Test(arguments: [
        ("2026-08-31", 3, "2026-11-30"), ("2028-02-29", 12, "2029-02-28"),
        ("2026-01-31", 1, "2026-02-28"), ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -13, "2024-12-15"),
    ])
    func `adding months stops at the end of a shorter month`(day: String, months: Int, sum: String)
        throws
    {
        #expect(try Day(reading: day).adding(months: months).iso == sum)
    }

    @Test func `a date is written as each language writes it`() throws {
        let day = try Day(reading: "2026-11-01")

        #expect(
            [
                day.formatted(in: .fr), day.formatted(in: .fr, .full),
                day.formatted(in: .fr, .short),
                day.formatted(in: .en), day.formatted(in: .en, .full),
                day.formatted(in: .en, .short),
            ] == [
                "1er novembre 2026", "dimanche 1er novembre 2026", "01/11/2026",
                "1 November 2026", "Sunday 1 November 2026", "1 Nov 2026",
            ]
        )
    }

    @Test(arguments: [
        (1961, "1961-04-02"), (2000, "2000-04-23"), (2008, "2008-03-23"), (2011, "2011-04-24"),
        (2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"),
        (2038, "2038-04-25"),
    ])
    func `Easter falls where the church has it`(year: Int, day: String) {
        #expect(Day.easter(of: year).iso == day)
    }

    @Test func `Easter is a Sunday from 22 March to 25 April`() {
        for year in 1583...4099 {
            let easter = Day.easter(of: year)
            let isPossible =
                easter.weekday == .sunday && easter.year == year
                && (322...425).contains(easter.month * 100 + easter.dayOfMonth)
            if !isPossible { Issue.record("Easter \(year) on \(easter)") }
        }
    }

    @Test func `2026 has its eleven French holidays`() throws {
        let first = try Day(reading: "2026-01-01")

        let holidays = (0..<365).map { first.adding(days: $0) }.filter(\.isFrenchHoliday)

        #expect(
            holidays.map(\.iso) == [
                "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
                "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25",
            ]
        )
    }

    @Test(arguments: [("2026-05-01", "2026-05-05"), ("2027-05-01", "2027-05-04")])
    func `the second working day after 1 May skips weekends and holidays`(may: String, day: String)
        throws
    {
        #expect(try Day(reading: may).followingFrenchWorkingDay(2).iso == day)
    }

    @Test func `a range holds its first and last day and no other`() throws {
        let range = DayRange(from: try Day(reading: "2026-11-10"), andDaysAfter: 90)

        #expect(range.last.iso == "2027-02-08")
        #expect(range.end.iso == "2027-02-09")
        #expect(range.contains(range.first))
        #expect(range.contains(range.last))
        #expect(!range.contains(range.end))
        #expect(!range.contains(range.first.adding(days: -1)))
    }
}

@Suite struct ParisClockTests {
    /// 2027-02-09 00:00 in Paris is 2027-02-08 23:00 UTC.
    @Test func `a day begins at midnight in Paris`() throws {
        let day = try Day(reading: "2027-02-09")

        #expect(ParisClock.start(of: day) == 1_802_127_600)
        #expect(ParisClock.day(at: 1_802_127_600) == day)
        #expect(ParisClock.day(at: 1_802_127_599) == day.adding(days: -1))
    }

    @Test(arguments: [("2026-03-29", 23), ("2026-10-25", 25), ("2026-07-01", 24)])
    func `the days of the clock's change are shorter and longer`(text: String, hours: Int64) throws
    {
        let day = try Day(reading: text)

        let seconds = ParisClock.start(of: day.adding(days: 1)) - ParisClock.start(of: day)

        #expect(seconds == hours * 3_600)
    }

    @Test func `every day is the day of its first and last second`() throws {
        for day in try Day(reading: "1996-01-01")...Day(reading: "2035-12-31") {
            let start = ParisClock.start(of: day)
            let end = ParisClock.start(of: day.adding(days: 1)) - 1
            if ParisClock.day(at: start) != day || ParisClock.day(at: end) != day {
                Issue.record("\(day)")
            }
        }
    }
}
