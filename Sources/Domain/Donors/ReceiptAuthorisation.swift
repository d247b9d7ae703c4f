/// On what an organisation rests its right to issue tax receipts (rulebook 1.4, N6).
public enum ReceiptAuthorisation: String, Vocabulary {
    case none
    case selfAssessed = "self_assessed"
    case rescritPositive = "rescrit_positive"

    public var label: Phrase {
        switch self {
        case .none: Phrase(fr: "aucune", en: "none")
        case .selfAssessed: Phrase(fr: "auto-évaluation", en: "self-assessment")
        case .rescritPositive: Phrase(fr: "rescrit favorable", en: "favourable ruling")
        }
    }
}
