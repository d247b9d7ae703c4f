/// How something is paid (rulebook 6.9).
public enum PaymentMethod: String, Vocabulary {
    case cash
    case card
    case cheque
    case transfer
    case instalments
    case thirdParty = "third_party"
    case free

    /// True for a way by which money arrives: a plan of instalments is an agreement, and a gift brings none.
    public var bringsMoney: Bool { self != .instalments && self != .free }

    public var label: Phrase {
        switch self {
        case .cash: Phrase(fr: "espèces", en: "cash")
        case .card: Phrase(fr: "carte", en: "card")
        case .cheque: Phrase(fr: "chèque", en: "cheque")
        case .transfer: Phrase(fr: "virement", en: "bank transfer")
        case .instalments: Phrase(fr: "paiement échelonné", en: "instalments")
        case .thirdParty: Phrase(fr: "tiers payeur", en: "third-party payer")
        case .free: Phrase(fr: "gratuit", en: "free")
        }
    }
}
