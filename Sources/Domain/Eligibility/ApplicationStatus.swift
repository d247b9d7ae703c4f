/// Where an application stands (rulebook 2.6).
public enum ApplicationStatus: String, Vocabulary {
    case draft
    case submitted
    case incomplete
    case approved
    case refused
    case appealed
    case upheld
    case reversed
    case expired
    case redeemed
    case withdrawn

    public var label: Phrase {
        switch self {
        case .draft: Phrase(fr: "brouillon", en: "draft")
        case .submitted: Phrase(fr: "déposée", en: "submitted")
        case .incomplete: Phrase(fr: "incomplète", en: "incomplete")
        case .approved: Phrase(fr: "acceptée", en: "approved")
        case .refused: Phrase(fr: "refusée", en: "refused")
        case .appealed: Phrase(fr: "en appel", en: "appealed")
        case .upheld: Phrase(fr: "refus confirmé", en: "refusal upheld")
        case .reversed: Phrase(fr: "refus annulé", en: "refusal reversed")
        case .expired: Phrase(fr: "expirée", en: "expired")
        case .redeemed: Phrase(fr: "utilisée", en: "redeemed")
        case .withdrawn: Phrase(fr: "retirée", en: "withdrawn")
        }
    }
}
