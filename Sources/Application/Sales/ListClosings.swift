public import Domain
public import Postgres
import Store

/// Closings of a period, with the chain that they hang on.
public struct ListClosings: Question {
    public static let name = "list-closings"
    public static let summary = Phrase(
        fr: "liste les clôtures de caisse",
        en: "lists closings of the till"
    )
    public static let permission = Permission(.shop, .accountant, .auditor)

    public let period: Period?
    /// The last number of the page before.
    public let after: Int32?
    public let limit: Int32?

    public init(period: Period? = nil, after: Int32? = nil, limit: Int32? = nil) {
        self.period = period
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let period: Period
        public let nth: Int32
        public let from: Day
        public let to: Day
        public let sales: Int32
        public let totalCents: Int64
        public let perpetualCents: Int64
        public let hash: String
        public let hashBefore: String

        enum CodingKeys: String, CodingKey {
            case period, nth, from, to, sales, hash
            case totalCents = "total_cents"
            case perpetualCents = "perpetual_cents"
            case hashBefore = "hash_before"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        let period = period ?? .day
        let bound = DonorPage.bounded(limit)
        let found = try Failure.running { () throws(PostgresError) in
            try MoneyStore.closings(
                period.rawValue,
                after: after ?? 0,
                limit: bound,
                circumstances.speaker,
                in: db
            )
        }
        let lines = found.map { record in
            Line(
                period: period,
                nth: record.closing.nth,
                from: record.closing.first,
                to: record.closing.last,
                sales: record.closing.sales,
                totalCents: record.closing.totalCents,
                perpetualCents: record.closing.perpetualCents,
                hash: Digest.hex(record.closing.hash),
                hashBefore: Digest.hex(record.hashBefore)
            )
        }
        return Page(lines, limit: Int(bound)) { Int64($0.nth) }
    }
}
