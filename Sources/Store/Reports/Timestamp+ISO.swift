import Domain
public import Postgres

extension Timestamp {
    /// The instant of so many seconds since 1970-01-01 00:00 UTC.
    public init(seconds: Int64) {
        self.init(microseconds: seconds * 1_000_000)
    }

    /// Whole seconds since 1970-01-01 00:00 UTC, the fraction left out.
    public var seconds: Int64 {
        let (whole, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return rest < 0 ? whole - 1 : whole
    }

    /// As JSON and CSV write it: `2026-11-22T20:36:58Z`.
    public var iso: String {
        var day = seconds / 86_400
        var rest = seconds % 86_400
        if rest < 0 { (day, rest) = (day - 1, rest + 86_400) }
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(Day(number: Int(day)).iso)T\(clock.joined(separator: ":"))Z"
    }
}
