import Domain

/// What is closed at the till.
enum Period: String, CaseIterable, Sendable {
    case day, month, year

    var label: Phrase {
        switch self {
        case .day: Phrase(fr: "jour", en: "day")
        case .month: Phrase(fr: "mois", en: "month")
        case .year: Phrase(fr: "année", en: "year")
        }
    }
}
