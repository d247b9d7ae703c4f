extension Day {
    /// Easter Sunday of a year (Gregorian computus, in the form of Meeus, Jones and Butcher).
    public static func easter(of year: Int) -> Day {
        let golden = year % 19
        let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
        let lunarCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - lunarCorrection + 15) % 30
        let toSunday =
            (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let late = (golden + 11 * epact + 22 * toSunday) / 451
        let days = epact + toSunday - 7 * late
        // The twenty-second of March is the earliest Easter.
        return Day(number: (Day(year, 3, 22)?.number ?? 0) + days)
    }

    /// One of the eleven public holidays of mainland France (Code du travail, L.3133-1).
    public var isFrenchHoliday: Bool {
        let (year, month, day) = figures
        switch (month, day) {
        case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
        default: break
        }
        // Easter Monday, Ascension Thursday, Whit Monday.
        return [1, 39, 50].contains(number - Day.easter(of: year).number)
    }

    /// Monday to Friday, outside public holidays.
    public var isFrenchWorkingDay: Bool {
        weekday != .saturday && weekday != .sunday && !isFrenchHoliday
    }

    /// The `nth` French working day after this one, counted from 1.
    public func followingFrenchWorkingDay(_ nth: Int) -> Day {
        precondition(nth >= 1, "working days are counted from 1")
        var day = self
        var left = nth
        while left > 0 {
            day = day.adding(days: 1)
            if day.isFrenchWorkingDay { left -= 1 }
        }
        return day
    }
}
