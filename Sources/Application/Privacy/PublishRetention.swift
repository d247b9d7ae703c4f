public import Domain
public import Postgres
import Store

/// Publishes how long the house keeps what no law sets a time for: announced gifts that nobody decided on.
///
/// A dated rule like the others: `run-retention` follows the one that is in force on its day.
public struct PublishRetention: Command {
    public static let name = "publish-retention"
    public static let summary = Phrase(
        fr: "publie combien de mois une annonce de don sans réponse est gardée",
        en: "publishes for how many months an announced gift without an answer is kept"
    )
    public static let permission = Permission(.dpo)

    /// The months that may be chosen: nobody is kept waiting in a file for longer than three years.
    public static let months = 1...36

    public let rule: String
    /// The first day; today when it is nil.
    public let from: Day?
    /// Months after which an announced gift lapses.
    public let announcements: Int
    /// Who decided it, and on which ground.
    public let source: String?

    public init(rule: String, from: Day? = nil, announcements: Int, source: String? = nil) {
        self.rule = rule
        self.from = from
        self.announcements = announcements
        self.source = source
    }

    private struct Body: Encodable {
        let announcements: Int
    }

    /// - Throws: `.unreadable` for months out of bounds; `back_dated`, `rule_already_published`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PublishedRule {
        guard Self.months.contains(announcements) else {
            throw .unreadable(
                Unreadable(
                    String(announcements),
                    expected: Phrase(fr: "de 1 à 36 mois", en: "1 to 36 months")
                )
            )
        }
        return try RuleStore.Kind.retention.publish(
            Body(announcements: announcements),
            named: rule,
            from: from,
            source: source,
            entries: 1,
            in: db,
            circumstances
        )
    }
}
