/// A technique of erasure (rulebook 3.2).
public enum SanitisationMethod: String, Vocabulary {
    case ataSanitize = "ata_sanitize"
    case nvmeSanitize = "nvme_sanitize"
    case cryptoErase = "crypto_erase"
    case nvmeFormat = "nvme_format"
    case ataSecureErase = "ata_secure_erase"
    case overwrite1 = "overwrite_1"
    case factoryResetEncrypted = "factory_reset_encrypted"
    case shred
    case disintegrate
    case crushPlusShred = "crush_plus_shred"
    case degauss

    public var label: Phrase {
        switch self {
        case .ataSanitize: Phrase(fr: "ATA Sanitize", en: "ATA Sanitize")
        case .nvmeSanitize: Phrase(fr: "NVMe Sanitize", en: "NVMe Sanitize")
        case .cryptoErase: Phrase(fr: "effacement cryptographique", en: "cryptographic erase")
        case .nvmeFormat: Phrase(fr: "NVMe Format", en: "NVMe Format")
        case .ataSecureErase: Phrase(fr: "ATA Secure Erase", en: "ATA Secure Erase")
        case .overwrite1:
            Phrase(fr: "réécriture d'une passe ou plus", en: "overwriting, one pass or more")
        case .factoryResetEncrypted:
            Phrase(
                fr: "réinitialisation d'un appareil chiffré",
                en: "factory reset of an encrypted device"
            )
        case .shred: Phrase(fr: "broyage", en: "shredding")
        case .disintegrate: Phrase(fr: "désintégration", en: "disintegration")
        case .crushPlusShred: Phrase(fr: "écrasement puis broyage", en: "crushing and shredding")
        case .degauss: Phrase(fr: "démagnétisation", en: "degaussing")
        }
    }
}
