/// Who may stand as an adult of a household.
///
/// Names and birth make the key by which a household is recognised: a name without a letter would make strangers one.
public enum AdultRules {
    /// Emancipation begins at sixteen.
    public static let youngest = 16
    public static let oldest = 120

    /// The births of those who are adults on a day and may still live, the earliest first.
    public static func births(on today: Day) -> ClosedRange<Day> {
        today.adding(years: -oldest)...today.adding(years: -youngest)
    }

    /// - Throws: `Unreadable` for a name without a letter or digit, in whatever script, and for a birth that no adult has.
    public static func require(
        familyName: String,
        givenName: String,
        birth: Day,
        on today: Day
    ) throws(Unreadable) {
        try require(
            familyName,
            Phrase(fr: "le nom de famille (family_name)", en: "the family name (family_name)")
        )
        try require(
            givenName,
            Phrase(
                fr: "le prénom (given_name) ; qui n'a qu'un nom l'écrit deux fois",
                en: "the given name (given_name); whoever has one name only writes it twice"
            )
        )
        try require(birth, on: today)
    }

    public static func require(_ birth: Day, on today: Day) throws(Unreadable) {
        let births = births(on: today)
        guard !births.contains(birth) else { return }
        throw Unreadable(
            birth.iso,
            expected: Phrase(
                fr:
                    "la naissance d'un adulte de \(youngest) à \(oldest) ans (born_on) ; les enfants se comptent parmi les personnes du foyer",
                en:
                    "the birth of an adult of \(youngest) to \(oldest) years (born_on); children are counted among the persons of the home"
            )
        )
    }

    private static func require(_ name: String, _ expected: Phrase) throws(Unreadable) {
        guard FoldedText(name).lettersAndDigits.isEmpty else { return }
        throw Unreadable("", expected: expected)
    }
}
