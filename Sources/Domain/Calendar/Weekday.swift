/// A day of the week; weeks begin on Monday.
public enum Weekday: String, Vocabulary {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    public var label: Phrase {
        switch self {
        case .monday: Phrase(fr: "lundi", en: "Monday")
        case .tuesday: Phrase(fr: "mardi", en: "Tuesday")
        case .wednesday: Phrase(fr: "mercredi", en: "Wednesday")
        case .thursday: Phrase(fr: "jeudi", en: "Thursday")
        case .friday: Phrase(fr: "vendredi", en: "Friday")
        case .saturday: Phrase(fr: "samedi", en: "Saturday")
        case .sunday: Phrase(fr: "dimanche", en: "Sunday")
        }
    }
}

extension Day {
    public var weekday: Weekday {
        // 1970-01-01 was a Thursday, the fourth of its week.
        let place = (number + 3) - (number + 3).floorDivided(by: 7) * 7
        return Weekday.allCases[place]
    }
}
