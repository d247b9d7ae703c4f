/// The numbers by which machines are graded, under a version that is kept with every grade (rulebook 4.1, 4.3).
public struct GradeTable: Hashable, Codable, Sendable {
    public let version: String
    /// Declared secondary defects that grade C allows.
    public let defectLimit: Int
    /// Full charge in per cent of the design capacity from which a battery takes nothing from the grade.
    public let goodBattery: Int
    /// From which it leaves grade B.
    public let fairBattery: Int
    /// From which it leaves grade C; below, it is out of service.
    public let wornBattery: Int
    /// Dead pixels from which grade B is the best.
    public let deadPixels: Int

    private enum CodingKeys: String, CodingKey {
        case version
        case defectLimit = "defect_limit"
        case goodBattery = "good_battery"
        case fairBattery = "fair_battery"
        case wornBattery = "worn_battery"
        case deadPixels = "dead_pixels"
    }

    /// Nil when the thresholds of the battery do not fall from good to worn, or a number is negative.
    public init?(
        version: String,
        defectLimit: Int,
        goodBattery: Int,
        fairBattery: Int,
        wornBattery: Int,
        deadPixels: Int
    ) {
        guard (0...100).contains(goodBattery), goodBattery > fairBattery, fairBattery > wornBattery,
            wornBattery >= 0, defectLimit >= 0, deadPixels >= 1
        else { return nil }
        self.init(checked: version, defectLimit, goodBattery, fairBattery, wornBattery, deadPixels)
    }

    private init(
        checked version: String,
        _ defectLimit: Int,
        _ goodBattery: Int,
        _ fairBattery: Int,
        _ wornBattery: Int,
        _ deadPixels: Int
    ) {
        self.version = version
        self.defectLimit = defectLimit
        self.goodBattery = goodBattery
        self.fairBattery = fairBattery
        self.wornBattery = wornBattery
        self.deadPixels = deadPixels
    }

    /// The table of the rulebook, which holds where none is published.
    public static let moulin2026 = GradeTable(checked: "GRADE-2026-1", 2, 80, 60, 50, 3)
}
