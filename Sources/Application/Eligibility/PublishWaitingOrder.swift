public import Domain
public import Postgres
import Store

/// Publishes in which order families who wait are served, from a day on.
public struct PublishWaitingOrder: Command {
    public static let name = "publish-waiting-order"
    public static let summary = Phrase(
        fr: "publie l'ordre de la liste d'attente à partir d'un jour",
        en: "publishes the order of the waiting list from a day on"
    )
    public static let permission = Permission(.admin)

    public let order: String
    /// The first day; today when it is nil.
    public let from: Day?
    /// The first criterion that differs decides; the longest wait has the last word in any case.
    public let criteria: [WaitingOrder.Criterion]
    public let source: String?

    public init(
        order: String,
        from: Day? = nil,
        criteria: [WaitingOrder.Criterion],
        source: String? = nil
    ) {
        self.order = order
        self.from = from
        self.criteria = criteria
        self.source = source
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> PublishedRule {
        try RuleStore.Kind.waitingOrder.publish(
            WaitingOrder(version: order, criteria: criteria),
            named: order,
            from: from,
            source: source,
            entries: criteria.count,
            in: db,
            circumstances
        )
    }
}
