/// Why a tax receipt is not issued (rulebook 6.7).
public enum ReceiptRefusalReason: String, Vocabulary {
    case noTaxRight = "no_tax_right"
    case zeroValue = "zero_value"
    case valuationMissing = "valuation_missing"
    case issuerNotAuthorised = "issuer_not_authorised"
    case goodsNotEligible = "goods_not_eligible"

    public var label: Phrase {
        switch self {
        case .noTaxRight:
            Phrase(fr: "pas de droit à un reçu fiscal", en: "no right to a tax receipt")
        case .zeroValue: Phrase(fr: "valeur nulle", en: "zero value")
        case .valuationMissing: Phrase(fr: "valeur non fournie", en: "valuation missing")
        case .issuerNotAuthorised: Phrase(fr: "émetteur non habilité", en: "issuer not authorised")
        case .goodsNotEligible: Phrase(fr: "biens non éligibles", en: "goods not eligible")
        }
    }
}
