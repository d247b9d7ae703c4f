import Domain

extension Problem {
    /// A field without which there is no row.
    public static let missing = Problem.expected(
        "value_missing",
        Phrase(fr: "une valeur est attendue", en: "a value is expected")
    )

    public static let notACount = Problem.expected(
        "not_a_count",
        Phrase(
            fr: "un nombre entier est attendu, comme 3",
            en: "a whole number is expected, such as 3"
        )
    )

    public static let notAnAmount = Problem.expected(
        "not_an_amount",
        Phrase(
            fr: "un montant est attendu, comme 60 ou 1 234,50",
            en: "an amount is expected, such as 60 or 1,234.50"
        )
    )

    public static let notATruth = Problem.expected(
        "not_a_truth",
        Phrase(fr: "oui ou non est attendu", en: "yes or no is expected")
    )

    public static let notAnEmail = Problem.expected(
        "not_an_email",
        Phrase(
            fr: "une adresse de courriel est attendue, comme ana@exemple.fr",
            en: "an e-mail address is expected, such as ana@example.org"
        )
    )

    public static let notAPhone = Problem.expected(
        "not_a_phone",
        Phrase(
            fr: "un numéro de téléphone est attendu, comme 01 46 42 00 00",
            en: "a telephone number is expected, such as +33 1 46 42 00 00"
        )
    )

    /// A word that is on no list, with those that are near it.
    public static func unknownWord(nearest: [String]) -> Problem {
        let words = nearest.joined(separator: ", ")
        return .expected(
            "unknown_word",
            Phrase(fr: "mot inconnu ; attendu : \(words)", en: "unknown word; expected: \(words)")
        )
    }

    /// The same where none is near: all words there are, as people label them.
    static func unknownWord(among labels: [Phrase]) -> Problem {
        let (fr, en) = (labels.map(\.fr), labels.map(\.en))
        return .expected(
            "unknown_word",
            Phrase(
                fr: "mot inconnu ; attendu : \(fr.joined(separator: ", "))",
                en: "unknown word; expected: \(en.joined(separator: ", "))"
            )
        )
    }

    /// The same problem, told without what the cell says.
    var withoutValues: Problem {
        switch self {
        case .ambiguousDate:
            .expected(
                "ambiguous_date",
                Phrase(
                    fr: "jour ou mois d'abord ? préciser l'ordre des dates (--dates dmy ou mdy)",
                    en: "day or month first? say the order of dates (--dates dmy or mdy)"
                )
            )
        case .dayNumber: .notADate
        default: self
        }
    }
}
