/// Moments as sentences about wipes give them: to the second, in UTC, as tools write their logs.
enum ClockText {
    /// `2026-11-23 20:36:58 UTC`.
    static func of(_ seconds: Int64) -> String {
        let second = ((seconds % 86_400) + 86_400) % 86_400
        let day = Day(number: Int((seconds - second) / 86_400))
        let clock = [second / 3600, second / 60 % 60, second % 60].map { Int($0).padded(to: 2) }
        return "\(day.iso) \(clock.joined(separator: ":")) UTC"
    }

    static func after(_ seconds: Int64) -> String { "> \(of(seconds))" }
}
