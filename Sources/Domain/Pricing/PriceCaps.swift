/// The most that may be asked for a public body's gift, tax included, by type.
public struct PriceCaps: Hashable, Codable, Sendable {
    public let version: String
    public let caps: [DeviceType: Money]

    public init(version: String, caps: [DeviceType: Money]) {
        self.version = version
        self.caps = caps
    }

    /// The decree of 2022-11-07 (rulebook 1.6, P3).
    ///
    /// No cap is published for a tower alone: a set less its screen, 150 − 30. An all-in-one counts
    /// as a set, a mini PC as a tower.
    public static let frenchPublic2022 = PriceCaps(
        version: "FR-PUBLIC-2022",
        caps: [
            .laptop: .eur(180), .desktopSet: .eur(150), .allInOne: .eur(150),
            .desktopTower: .eur(120), .miniPc: .eur(120), .tablet: .eur(100),
            .smartphone: .eur(100), .monitor: .eur(30), .printer: .eur(30), .mfp: .eur(170),
        ]
    )
}

extension DeviceType: CodingKeyRepresentable {}
