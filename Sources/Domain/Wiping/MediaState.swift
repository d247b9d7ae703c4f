/// Where a drive stands (rulebook 6.2).
public enum MediaState: String, Vocabulary {
    case unsanitized
    case sanitizing
    case sanitized
    case failed
    case destructionPending = "destruction_pending"
    case destroyed
    case returned

    public var label: Phrase {
        switch self {
        case .unsanitized: Phrase(fr: "non effacé", en: "not wiped")
        case .sanitizing: Phrase(fr: "en cours d'effacement", en: "being wiped")
        case .sanitized: Phrase(fr: "effacé", en: "wiped")
        case .failed: Phrase(fr: "échec", en: "failed")
        case .destructionPending: Phrase(fr: "à détruire", en: "to be destroyed")
        case .destroyed: Phrase(fr: "détruit", en: "destroyed")
        case .returned: Phrase(fr: "rendu", en: "returned")
        }
    }
}
