/// The words under which a device is sold (rulebook 6.4; decree 2022-190).
public enum SaleLabel: String, Vocabulary {
    case refurbished
    case used

    public var label: Phrase {
        switch self {
        case .refurbished: Phrase(fr: "Produit reconditionné", en: "Refurbished product")
        case .used: Phrase(fr: "Produit d'occasion", en: "Used product")
        }
    }
}
