import Domain
import Tabular

/// Times as programs write them into JSON.
enum Instant {
    /// Seconds since 1970 of a number, or of `2018-07-13T11:54:55.100581+00:00`.
    static func seconds(_ value: JSONTree?) -> Int64? {
        guard let text = value?.text else { return nil }
        if let number = Double(text) { return number > 0 && number < 4e9 ? Int64(number) : nil }
        let figures = text.split { !$0.isNumber }
        guard figures.count >= 6, let year = Int(figures[0]), let month = Int(figures[1]),
            let date = Int(figures[2]),
            let day = Day(year, month, date), let hour = Int(figures[3]),
            let minute = Int(figures[4]),
            let second = Int(figures[5]), hour < 24, minute < 60, second <= 60
        else { return nil }
        let local = Int64(day.number * 86_400 + hour * 3600 + minute * 60 + second)
        return local - zone(text)
    }

    /// Seconds ahead of UTC; a time without zone is taken as UTC.
    private static func zone(_ text: String) -> Int64 {
        let tail = text.suffix(6)
        guard let sign = tail.first, sign == "+" || sign == "-", tail.dropFirst(3).first == ":",
            let hours = Int64(tail.dropFirst().prefix(2)), let minutes = Int64(tail.suffix(2))
        else { return 0 }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
