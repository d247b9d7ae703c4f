public import Domain
public import Postgres
import Store

/// Who waits for a kind of device, first to be served first, and why in this order.
public struct WaitingList: Question {
    public static let name = "waiting-list"
    public static let summary = Phrase(
        fr: "montre la liste d'attente d'un genre d'appareil, et pourquoi dans cet ordre",
        en: "shows the waiting list of a kind of device, and why in this order"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let kind: DeviceType

    public init(kind: DeviceType) {
        self.kind = kind
    }

    public struct Line: Codable, Sendable, Hashable {
        public let rank: Int
        public let application: Int64
        public let since: Day
        public let explanation: Phrase
    }

    public struct Answer: Codable, Sendable, Hashable {
        public let kind: DeviceType
        /// The rule that makes the order.
        public let order: String
        public let criteria: [WaitingOrder.Criterion]
        public let rows: [Line]
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let (order, places) = try WaitingOrder.places(for: kind, in: db, circumstances)
        return Answer(
            kind: kind,
            order: order.version,
            criteria: order.criteria,
            rows: places.map { place in
                Line(
                    rank: place.rank,
                    application: place.applicant.application,
                    since: place.applicant.since,
                    explanation: place.explanation
                )
            }
        )
    }
}

extension WaitingOrder {
    /// The list as the rule in force today orders it.
    static func places(
        for kind: DeviceType,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> (WaitingOrder, [Place]) {
        let published = try RuleStore.Kind.waitingOrder.body(
            WaitingOrder.self,
            on: circumstances.today,
            in: db,
            circumstances
        )
        let order = published ?? .moulin2026
        let applicants = try Failure.running { () throws(PostgresError) in
            try WaitingStore.applicants(for: kind, in: db)
        }
        return (order, order.places(of: applicants))
    }
}
