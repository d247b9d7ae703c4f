/// Who gives, which says what document they may get (rulebook 1.1).
public enum DonorKind: String, Vocabulary {
    case individual
    case company
    case publicBody = "public_body"
    case association

    public var label: Phrase {
        switch self {
        case .individual: Phrase(fr: "particulier", en: "individual")
        case .company: Phrase(fr: "entreprise", en: "company")
        case .publicBody: Phrase(fr: "organisme public", en: "public body")
        case .association: Phrase(fr: "association", en: "association")
        }
    }
}
