/// Between instants and the civil days of Europe/Paris.
///
/// Summer time by the European rule in force since 1996: from the last Sunday of March to the last
/// Sunday of October, both at 01:00 UTC. Instants are whole seconds since 1970-01-01 00:00 UTC.
public enum ParisClock {
    public static func day(at epochSeconds: Int64) -> Day {
        let local = Int(epochSeconds) + offset(at: Int(epochSeconds))
        return Day(number: local.floorDivided(by: secondsPerDay))
    }

    /// The first instant of a day; summer time never changes at midnight.
    public static func start(of day: Day) -> Int64 {
        let midnight = day.number * secondsPerDay
        return Int64(midnight - offset(at: midnight - 3_600))
    }

    private static let secondsPerDay = 86_400

    private static func offset(at epochSeconds: Int) -> Int {
        let year = Day(number: epochSeconds.floorDivided(by: secondsPerDay)).year
        let summer = change(in: 3, of: year)..<change(in: 10, of: year)
        return summer.contains(epochSeconds) ? 7_200 : 3_600
    }

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func change(in month: Int, of year: Int) -> Int {
        guard var day = Day(year, month, 31) else { return 0 }
        while day.weekday != .sunday { day = day.adding(days: -1) }
        return day.number * secondsPerDay + 3_600
    }
}
