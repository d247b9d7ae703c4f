/// Where a device or a drive goes that will not be used again (rulebook 6.8).
public enum DisposalRoute: String, Vocabulary {
    case producerScheme = "producer_scheme"
    case recycler
    case mediaDestruction = "media_destruction"
    case batteryScheme = "battery_scheme"
    case hazardousBsd = "hazardous_bsd"
    case returnToDonor = "return_to_donor"
    case partsReuse = "parts_reuse"

    public var label: Phrase {
        switch self {
        case .producerScheme: Phrase(fr: "éco-organisme", en: "producer scheme")
        case .recycler: Phrase(fr: "recycleur", en: "recycler")
        case .mediaDestruction: Phrase(fr: "destruction de supports", en: "media destruction")
        case .batteryScheme: Phrase(fr: "filière piles et batteries", en: "battery scheme")
        case .hazardousBsd:
            Phrase(fr: "déchet dangereux avec bordereau", en: "hazardous waste with slip")
        case .returnToDonor: Phrase(fr: "retour au donateur", en: "return to donor")
        case .partsReuse: Phrase(fr: "réemploi en pièces", en: "reuse as parts")
        }
    }
}
