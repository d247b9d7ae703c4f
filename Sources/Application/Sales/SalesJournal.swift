public import Domain
public import Postgres
import Store

/// Every movement of money of some days, both sides, in the order in which it happened.
public struct SalesJournal: Question {
    public static let name = "sales-journal"
    public static let summary = Phrase(fr: "le journal des ventes", en: "the sales journal")
    public static let permission = Permission(.accountant, .auditor, .shop)
    public static var side: Side { .main }

    public let from: Day
    /// The last day.
    public let to: Day
    /// The last number of the page before.
    public let after: Int64?
    /// At most 200; 50 when it is nil.
    public let limit: Int?

    public init(from: Day, to: Day, after: Int64? = nil, limit: Int? = nil) {
        self.from = from
        self.to = to
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let transfer: Int64
        public let sale: Int64
        public let day: Day
        public let debit: String
        public let credit: String
        public let cents: Int64
        /// The transfer that this one takes back.
        public let reverses: Int64?
        public let person: String

        init(_ transfer: MoneyStore.Transfer) {
            self.transfer = transfer.number
            sale = transfer.sale
            day = transfer.day
            debit = transfer.debit
            credit = transfer.credit
            cents = transfer.cents
            reverses = transfer.reverses
            person = transfer.person
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        try Failure.requireOrder(from: from, to: to)
        let limit = PageLimit.of(limit)
        let found = try Failure.running { () throws(PostgresError) in
            try MoneyStore.journal(
                from: from,
                to: to,
                after: after,
                limit: limit,
                circumstances.speaker,
                in: db
            )
        }
        return Page(found.map(Line.init), limit: limit) { $0.transfer }
    }
}
