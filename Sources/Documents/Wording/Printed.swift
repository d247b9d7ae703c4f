/// Numbers and dates as they are printed.
enum Printed {
    private static let space: Character = "\u{A0}"

    /// `240000` → `2 400,00 €`, or `€2,400.00` in English. Spaces do not break.
    static func money(_ cents: Int64, _ language: DocumentLanguage) -> String {
        let sign = cents < 0 ? "−" : ""
        return switch language {
        case .french: "\(sign)\(figures(cents.magnitude, space, ",")) €"
        case .english: "\(sign)€\(figures(cents.magnitude, ",", "."))"
        }
    }

    /// `240000` → `***2 400,00***`: framed so, the words may be left out of a fiscal receipt.
    static func starred(_ cents: Int64) -> String {
        "***\(figures(cents.magnitude, space, ","))***"
    }

    private static func figures(
        _ cents: UInt64,
        _ group: Character,
        _ decimal: Character
    ) -> String {
        let fraction = cents % 100
        return
            "\(grouped(String(cents / 100), group))\(decimal)\(fraction < 10 ? "0" : "")\(fraction)"
    }

    /// Digits in threes from the right, as figures are.
    private static func grouped(_ digits: String, _ separator: Character) -> String {
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(separator) }
            grouped.append(digit)
        }
        return grouped
    }

    /// `73282932000074` → `732 829 320 00074`: a SIREN or a SIRET, in threes from the left.
    static func inThrees(_ digits: String) -> String {
        var printed = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, index <= 9, index.isMultiple(of: 3) { printed.append(space) }
            printed.append(digit)
        }
        return printed
    }

    /// `2026-10-05` → `5 octobre 2026`. A text that is no ISO day is printed as it is.
    static func day(_ iso: String, _ language: DocumentLanguage) -> String {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...12).contains(parts[1]) else { return iso }
        let month = language(french[parts[1] - 1], english[parts[1] - 1])
        let number = language(parts[2] == 1 ? "1er" : "\(parts[2])", "\(parts[2])")
        return "\(number)\(space)\(month)\(space)\(parts[0])"
    }

    private static let french = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
    ]
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// Seconds since 1970 → `2026-10-05T14:03:22Z`.
    static func instant(_ seconds: Int64) -> String {
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let second = seconds - days * 86_400
        let (year, month, day) = civil(days)
        let clock = [second / 3_600, second / 60 % 60, second % 60].map(two)
        return "\(year)-\(two(month))-\(two(day))T\(clock.joined(separator: ":"))Z"
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// Days since 1970-01-01 → Gregorian date.
    ///
    /// Counts in eras of 400 years beginning on 1 March, so that the leap day is the last of its year
    /// (Howard Hinnant, "chrono-compatible low-level date algorithms").
    private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
