public import Domain

/// What is closed at the till.
public enum Period: String, Vocabulary {
    case day, month, year

    public var label: Phrase {
        switch self {
        case .day: Phrase(fr: "jour", en: "day")
        case .month: Phrase(fr: "mois", en: "month")
        case .year: Phrase(fr: "année", en: "year")
        }
    }
}
