/// Why a device is not taken in (rulebook 6.7).
public enum DeviceRefusalReason: String, Vocabulary {
    case tooOld = "too_old"
    case belowMinSpec = "below_min_spec"
    case locked
    case damaged
    case incomplete
    case hazard
    case classifiedMedia = "classified_media"
    case ownershipDoubt = "ownership_doubt"
    case unitValueOver300 = "unit_value_over_300"
    case notAcceptedType = "not_accepted_type"

    public var label: Phrase {
        switch self {
        case .tooOld: Phrase(fr: "trop ancien", en: "too old")
        case .belowMinSpec:
            Phrase(fr: "configuration insuffisante", en: "below the minimum specification")
        case .locked: Phrase(fr: "verrouillé", en: "locked")
        case .damaged: Phrase(fr: "abîmé", en: "damaged")
        case .incomplete: Phrase(fr: "incomplet", en: "incomplete")
        case .hazard: Phrase(fr: "dangereux", en: "hazard")
        case .classifiedMedia: Phrase(fr: "supports classifiés", en: "classified media")
        case .ownershipDoubt: Phrase(fr: "propriété douteuse", en: "ownership in doubt")
        case .unitValueOver300:
            Phrase(fr: "valeur unitaire supérieure à 300 €", en: "unit value above €300")
        case .notAcceptedType: Phrase(fr: "type non accepté", en: "type not accepted")
        }
    }
}
