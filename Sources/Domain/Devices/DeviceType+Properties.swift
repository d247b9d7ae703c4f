extension DeviceType {
    /// Whether such a device normally holds data; its drives are counted either way.
    public var normallyHasDrives: Bool {
        switch self {
        case .laptop, .desktopTower, .desktopSet, .allInOne, .miniPc, .tablet, .smartphone, .mfp,
            .server, .storageMedium:
            true
        case .monitor, .printer, .network, .peripheral, .crt: false
        }
    }

    /// Whether it is storage itself, or carries it soldered in: none of these is without a drive (rulebook 3.2, 3.3).
    public var isStorage: Bool { [.storageMedium, .smartphone, .tablet].contains(self) }

    /// The weight when nobody weighed it (rulebook 5.2); nil where no figure is published.
    ///
    /// A laptop of medium size, a flat screen of 22 to 24 inches; a set is tower, screen and two
    /// accessories.
    public var defaultWeight: Weight? {
        switch self {
        case .laptop: Weight(grams: 2_260)
        case .desktopTower, .allInOne: Weight(grams: 9_150)
        case .desktopSet: Weight(grams: 9_150 + 5_000 + 2 * 1_185)
        case .monitor: Weight(grams: 5_000)
        case .tablet: Weight(grams: 510)
        case .smartphone: Weight(grams: 140)
        case .printer, .mfp: Weight(grams: 7_050)
        case .peripheral: Weight(grams: 1_185)
        case .miniPc, .server, .network, .storageMedium, .crt: nil
        }
    }

    /// The kind under which a household's limit counts it (rulebook 2.6); nil for what is not limited.
    public var quotaKind: QuotaKind? {
        switch self {
        case .laptop, .desktopSet, .desktopTower, .allInOne, .miniPc: .mainDevice
        case .monitor: .monitor
        case .printer, .mfp: .printer
        case .tablet: .tablet
        case .smartphone: .smartphone
        case .server, .network, .peripheral, .storageMedium, .crt: nil
        }
    }
}
