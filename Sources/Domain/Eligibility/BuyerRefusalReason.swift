/// Why a household gets no voucher (rulebook 6.7); out of stock is a waiting list, not a refusal.
public enum BuyerRefusalReason: String, Vocabulary {
    case incomeAboveCeiling = "income_above_ceiling"
    case proofMissing = "proof_missing"
    case proofExpired = "proof_expired"
    case proofIllegible = "proof_illegible"
    case outOfArea = "out_of_area"
    case householdLimit = "household_limit"
    case identityMismatch = "identity_mismatch"
    case duplicateApplication = "duplicate_application"
    case priorResale = "prior_resale"
    case withdrawn
    case outOfStock = "out_of_stock"

    public var label: Phrase {
        switch self {
        case .incomeAboveCeiling:
            Phrase(fr: "revenus supérieurs au plafond", en: "income above the ceiling")
        case .proofMissing: Phrase(fr: "justificatif manquant", en: "proof missing")
        case .proofExpired: Phrase(fr: "justificatif périmé", en: "proof expired")
        case .proofIllegible: Phrase(fr: "justificatif illisible", en: "proof illegible")
        case .outOfArea: Phrase(fr: "hors territoire", en: "out of area")
        case .householdLimit: Phrase(fr: "quota du foyer atteint", en: "household limit reached")
        case .identityMismatch: Phrase(fr: "identité non concordante", en: "identity mismatch")
        case .duplicateApplication: Phrase(fr: "demande en double", en: "duplicate application")
        case .priorResale: Phrase(fr: "revente constatée", en: "prior resale")
        case .withdrawn: Phrase(fr: "désistement", en: "withdrawn")
        case .outOfStock: Phrase(fr: "rupture de stock", en: "out of stock")
        }
    }
}
