/// Whether an accepted item is a product or had become waste (rulebook 5.1); a recorded act of triage.
public enum WasteStatus: String, Vocabulary {
    case product
    case waste

    public var label: Phrase {
        switch self {
        case .product: Phrase(fr: "produit", en: "product")
        case .waste: Phrase(fr: "déchet", en: "waste")
        }
    }
}
