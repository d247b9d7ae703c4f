import Domain

/// What nwipe's words for a bus tell of the medium behind it.
///
/// A disk and a bridge look alike, so only flash is told.
enum NwipeBus {
    /// Of `ATA-SSD`, `USB-SSD`, `NVME`, `NVMe`, `MMC`; nil for the others.
    static func kind(_ bus: some StringProtocol) -> MediaKind? {
        let words = bus.uppercased().split { !$0.isLetter }
        if words.contains("NVME") { return .nvme }
        if words.contains("MMC") { return .embeddedFlash }
        return words.contains("SSD") ? .ssd : nil
    }

    /// Of `nvme0n1`; nil where the name does not tell.
    static func kind(ofDevice name: String) -> MediaKind? {
        name.hasPrefix("nvme") ? .nvme : nil
    }
}

extension String {
    /// Whether two writings of a serial number may be one, of which one was cut.
    func agrees(with other: String) -> Bool {
        let (one, other) = (uppercased(), other.uppercased())
        if one == other { return true }
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        return short.count >= 6 && long.hasPrefix(short)
    }
}
