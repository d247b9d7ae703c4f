/// The kinds of device that a household's limit counts apart (rulebook 2.6).
public enum QuotaKind: String, Vocabulary {
    case mainDevice = "main_device"
    case monitor
    case printer
    case tablet
    case smartphone

    public var label: Phrase {
        switch self {
        case .mainDevice: Phrase(fr: "ordinateur", en: "computer")
        case .monitor: Phrase(fr: "écran", en: "monitor")
        case .printer: Phrase(fr: "imprimante", en: "printer")
        case .tablet: Phrase(fr: "tablette", en: "tablet")
        case .smartphone: Phrase(fr: "smartphone", en: "smartphone")
        }
    }
}
