/// Whose data a device held, which says how well its drives must be wiped (rulebook 3.3).
public enum DataOriginClass: String, Vocabulary {
    case individual
    case business
    case `public`
    case sensitive
    case classified

    public var label: Phrase {
        switch self {
        case .individual: Phrase(fr: "particulier", en: "individual")
        case .business: Phrase(fr: "entreprise", en: "business")
        case .public: Phrase(fr: "organisme public", en: "public body")
        case .sensitive: Phrase(fr: "données sensibles", en: "sensitive data")
        case .classified: Phrase(fr: "données classifiées", en: "classified data")
        }
    }
}
