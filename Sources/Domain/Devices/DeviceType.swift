/// What a device is (rulebook 6.1).
public enum DeviceType: String, Vocabulary {
    case laptop
    case desktopTower = "desktop_tower"
    case desktopSet = "desktop_set"
    case allInOne = "all_in_one"
    case miniPc = "mini_pc"
    case monitor
    case tablet
    case smartphone
    case printer
    case mfp
    case server
    case network
    case peripheral
    case storageMedium = "storage_medium"
    case crt

    public var label: Phrase {
        switch self {
        case .laptop: Phrase(fr: "ordinateur portable", en: "laptop")
        case .desktopTower: Phrase(fr: "unité centrale", en: "desktop tower")
        case .desktopSet: Phrase(fr: "poste fixe complet", en: "complete desktop set")
        case .allInOne: Phrase(fr: "tout-en-un", en: "all-in-one")
        case .miniPc: Phrase(fr: "mini-PC", en: "mini PC")
        case .monitor: Phrase(fr: "écran", en: "monitor")
        case .tablet: Phrase(fr: "tablette", en: "tablet")
        case .smartphone: Phrase(fr: "smartphone", en: "smartphone")
        case .printer: Phrase(fr: "imprimante", en: "printer")
        case .mfp: Phrase(fr: "multifonction", en: "multifunction printer")
        case .server: Phrase(fr: "serveur", en: "server")
        case .network: Phrase(fr: "équipement réseau", en: "network equipment")
        case .peripheral: Phrase(fr: "périphérique", en: "peripheral")
        case .storageMedium: Phrase(fr: "support de stockage", en: "storage medium")
        case .crt: Phrase(fr: "écran cathodique", en: "cathode-ray tube")
        }
    }
}
