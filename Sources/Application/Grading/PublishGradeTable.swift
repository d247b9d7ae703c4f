public import Domain
public import Postgres
import Store

/// Publishes the numbers by which machines are graded, from a day on; grades given before keep the table that made them.
public struct PublishGradeTable: Command {
    public static let name = "publish-grade-table"
    public static let summary = Phrase(
        fr: "publie la table de classement à partir d'un jour",
        en: "publishes the table of grades from a day on"
    )
    public static let permission = Permission(.admin)

    public let table: String
    /// The first day; today when it is nil.
    public let from: Day?
    /// Declared secondary defects that grade C allows.
    public let defectLimit: Int
    /// Per cent of the design capacity from which a battery takes nothing away, leaves B, leaves C.
    public let goodBattery: Int
    public let fairBattery: Int
    public let wornBattery: Int
    /// Dead pixels from which B is the best.
    public let deadPixels: Int
    public let source: String?

    public init(_ table: GradeTable, from: Day? = nil, source: String? = nil) {
        self.table = table.version
        self.from = from
        defectLimit = table.defectLimit
        goodBattery = table.goodBattery
        fairBattery = table.fairBattery
        wornBattery = table.wornBattery
        deadPixels = table.deadPixels
        self.source = source
    }

    private enum CodingKeys: String, CodingKey {
        case table, from, source
        case defectLimit = "defect_limit"
        case goodBattery = "good_battery"
        case fairBattery = "fair_battery"
        case wornBattery = "worn_battery"
        case deadPixels = "dead_pixels"
    }

    /// - Throws: `.unreadable` when the thresholds do not fall, `back_dated`, `rule_already_published`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PublishedRule {
        let whole = GradeTable(
            version: table,
            defectLimit: defectLimit,
            goodBattery: goodBattery,
            fairBattery: fairBattery,
            wornBattery: wornBattery,
            deadPixels: deadPixels
        )
        guard let whole else {
            let falling = Phrase(
                fr: "des seuils de batterie qui baissent de 100 à 0, et des limites positives",
                en: "thresholds of the battery that fall from 100 to 0, and positive limits"
            )
            let given = "\(goodBattery), \(fairBattery), \(wornBattery)"
            throw .unreadable(Unreadable(given, expected: falling))
        }
        return try RuleStore.Kind.grading.publish(
            whole,
            named: table,
            from: from,
            source: source,
            entries: 1,
            in: db,
            circumstances
        )
    }
}
