/// The technology of a drive, as far as a list tells it.
public enum StorageKind: String, Sendable, Hashable, CaseIterable {
    case hdd, ssd, nvme

    /// The kind that a word of a list names; nil for any other word.
    init?(word: String) {
        switch word {
        case "ssd", "flash", "emmc", "msata": self = .ssd
        case "nvme": self = .nvme
        case "hdd", "sata hdd", "mecanique", "mécanique", "rotatif", "hd", "rpm": self = .hdd
        default: return nil
        }
    }
}
