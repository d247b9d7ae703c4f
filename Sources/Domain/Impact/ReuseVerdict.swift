/// Whether a public body may count a machine that it gave as reused (REEN Act, article 16; rulebook 1.6 P5).
public enum ReuseVerdict: String, Vocabulary {
    case counts
    case notYet = "not_yet"
    case notReused = "not_reused"
    case noCommitment = "no_commitment"
    case tenYearsOld = "ten_years_old"
    case ageUnknown = "age_unknown"
    case givenBack = "given_back"

    public var label: Phrase {
        switch self {
        case .counts: Phrase(fr: "oui", en: "yes")
        case .notYet: Phrase(fr: "en cours", en: "not yet")
        case .notReused: Phrase(fr: "non réemployé", en: "not reused")
        case .noCommitment: Phrase(fr: "sans engagement", en: "no commitment")
        case .tenYearsOld: Phrase(fr: "dix ans ou plus", en: "ten years or more")
        case .ageUnknown: Phrase(fr: "âge inconnu", en: "age unknown")
        case .givenBack: Phrase(fr: "rendu", en: "given back")
        }
    }

    /// True for what the rule is about: machines known to be under ten years old that were really given.
    public var isInBase: Bool {
        switch self {
        case .counts, .notYet, .notReused, .noCommitment: true
        case .tenYearsOld, .ageUnknown, .givenBack: false
        }
    }

    /// What the rule says of a machine: how it fared, how old it was when given, and whether the taker committed.
    ///
    /// A machine is ten years old from the tenth year after that of its make: only years are known.
    public init(
        fate: Fate,
        madeIn: Int?,
        givenIn: Int,
        hasCommitment: Bool
    ) {
        switch (fate, madeIn) {
        case (.givenBack, _): self = .givenBack
        case (_, nil): self = .ageUnknown
        case (_, let made?) where givenIn - made >= 10: self = .tenYearsOld
        case (.lost, _): self = .notReused
        case (.waiting, _): self = .notYet
        case (.reused, _): self = hasCommitment ? .counts : .noCommitment
        }
    }

    /// What became of a machine, as far as this rule asks.
    public enum Fate: Sendable {
        case reused, waiting, lost, givenBack
    }
}
