extension Day {
    public enum Style: Sendable {
        /// `10 novembre 2026`, `10 November 2026`.
        case long
        /// `mardi 10 novembre 2026`, `Tuesday 10 November 2026`.
        case full
        /// `10/11/2026`, `10 Nov 2026`: figures alone mean two days in English.
        case short
    }

    public func formatted(in language: Language, _ style: Style = .long) -> String {
        let (year, month, day) = figures
        let name = Self.monthNames(in: language)[month - 1]
        let first = language == .fr && day == 1 ? "1er" : "\(day)"
        switch (style, language) {
        case (.long, _): return "\(first) \(name) \(year)"
        case (.full, _): return "\(weekday.label(in: language)) \(first) \(name) \(year)"
        case (.short, .fr): return "\(day.padded(to: 2))/\(month.padded(to: 2))/\(year)"
        case (.short, .en): return "\(day) \(name.prefix(3)) \(year)"
        }
    }

    private static func monthNames(in language: Language) -> [String] {
        switch language {
        case .fr:
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
                "septembre", "octobre", "novembre", "décembre",
            ]
        case .en:
            [
                "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December",
            ]
        }
    }
}
