public import Domain
public import Postgres
import Store

/// Publishes a country's rules of eligibility from a day on; decisions keep the pack that made them.
public struct PublishEligibilityPack: Command {
    public static let name = "publish-eligibility-pack"
    public static let summary = Phrase(
        fr: "publie les règles d'éligibilité d'un pays à partir d'un jour",
        en: "publishes a country's rules of eligibility from a day on"
    )
    public static let permission = Permission(.admin)

    public let pack: EligibilityPack
    /// The first day; today when it is nil.
    public let from: Day?
    public let source: String?

    public init(_ pack: EligibilityPack, from: Day? = nil, source: String? = nil) {
        self.pack = pack
        self.from = from
        self.source = source
    }

    /// - Throws: `.unreadable` for a pack whose numbers make no sense, `back_dated`, `rule_already_published`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PublishedRule {
        guard pack.isWhole else {
            let whole = Phrase(
                fr: "des tranches à partir de 1, des durées d'au moins un, des tables de revenus "
                    + "pour le seul moteur fpl_ratio",
                en: "brackets from 1, terms of at least one, tables of incomes for the engine "
                    + "fpl_ratio alone"
            )
            throw .unreadable(Unreadable(pack.version, expected: whole))
        }
        return try RuleStore.Kind.eligibility.publish(
            pack,
            named: pack.version,
            from: from,
            source: source,
            entries: pack.statuses.count,
            in: db,
            circumstances
        )
    }
}
