/// What data is kept on, which says which methods can erase it.
public enum MediaKind: String, Vocabulary {
    case hdd
    case ssd
    case nvme
    case embeddedFlash = "embedded_flash"
    case mobileStorage = "mobile_storage"
    case flashCard = "flash_card"

    public var label: Phrase {
        switch self {
        case .hdd: Phrase(fr: "disque dur", en: "hard disk")
        case .ssd: Phrase(fr: "SSD", en: "SSD")
        case .nvme: Phrase(fr: "SSD NVMe", en: "NVMe SSD")
        case .embeddedFlash:
            Phrase(fr: "mémoire soudée (eMMC, UFS)", en: "soldered flash (eMMC, UFS)")
        case .mobileStorage:
            Phrase(fr: "mémoire de téléphone ou tablette", en: "phone or tablet storage")
        case .flashCard: Phrase(fr: "clé USB ou carte mémoire", en: "USB stick or memory card")
        }
    }
}
