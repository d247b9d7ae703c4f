/// Numbers of cells as text: what a person sees, not what the file stores.
enum CellNumber {
    /// Whole numbers that a double holds exactly lose their exponent; longer ones keep it, as the damage that it is.
    static func text(_ stored: String) -> String {
        guard stored.contains(where: { $0 == "E" || $0 == "e" || $0 == "." }),
            let value = Double(stored),
            value.magnitude < 1e15
        else { return stored }
        if value == value.rounded() { return String(Int64(value)) }
        // 0.1 + 0.2: fifteen digits are what people typed.
        return stored.count > 17 ? shortest(value) : stored
    }

    private static func shortest(_ value: Double) -> String {
        let scaled = (value * 1e6).rounded() / 1e6
        return scaled == scaled.rounded() ? String(Int64(scaled)) : "\(scaled)"
    }

    /// `2024-03-01` of the days that a workbook counts, with the time when there is one; nil for what is no day.
    static func date(_ stored: String, since1904: Bool) -> String? {
        guard let value = Double(stored), value >= 1, value < 2_958_466 else { return nil }
        let days = Int(value)
        // Day 60 is the 29th of February 1900, which never was; before it the count is one behind.
        let origin = since1904 ? -24_107 : days < 60 ? -25_568 : -25_569
        let seconds = Int(((value - Double(days)) * 86_400).rounded())
        let date = civil(days + origin + seconds / 86_400)
        guard seconds % 86_400 != 0 else { return date }
        return "\(date) \(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    }

    /// Days since 1970 as a date of the Gregorian calendar.
    private static func civil(_ day: Int) -> String {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let date = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        return "\(year)-\(two(month < 10 ? month + 3 : month - 9))-\(two(date))"
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
