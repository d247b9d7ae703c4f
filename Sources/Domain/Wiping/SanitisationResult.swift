/// How an attempt ended (rulebook 6.3).
public enum SanitisationResult: String, Vocabulary {
    case success
    case failed
    case aborted

    public var label: Phrase {
        switch self {
        case .success: Phrase(fr: "réussi", en: "success")
        case .failed: Phrase(fr: "échoué", en: "failed")
        case .aborted: Phrase(fr: "interrompu", en: "aborted")
        }
    }
}
