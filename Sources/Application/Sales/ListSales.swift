public import Domain
public import Postgres
import Store

/// Sales, the newest first, page by page.
public struct ListSales: Question {
    public static let name = "list-sales"
    public static let summary = Phrase(fr: "liste les ventes", en: "lists sales")
    public static let permission = Permission(.shop, .accountant, .auditor)
    public static var side: Side { .main }

    /// Only those of this day.
    public let day: Day?
    /// The last number of the page before.
    public let after: Int64?
    /// At most 200; 50 when it is nil.
    public let limit: Int?

    public init(day: Day? = nil, after: Int64? = nil, limit: Int? = nil) {
        self.day = day
        self.after = after
        self.limit = limit
    }

    public struct Line: Codable, Sendable, Hashable {
        public let sale: Int64
        /// `active`, `returned` or `ended`.
        public let status: String
        public let device: String
        public let kind: String
        public let grade: String
        public let soldOn: Day
        public let priceCents: Int64
        public let paidCents: Int64
        public let voucher: String

        private enum CodingKeys: String, CodingKey {
            case sale, status, device, kind, grade, voucher
            case soldOn = "sold_on"
            case priceCents = "price_cents"
            case paidCents = "paid_cents"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Page<Line> {
        let limit = PageLimit.of(limit)
        let found = try Failure.running { () throws(PostgresError) in
            try SaleRecordStore.list(
                before: after,
                limit: limit,
                on: day,
                circumstances.speaker,
                in: db
            )
        }
        return Page(found.map(Line.init), limit: limit) { $0.sale }
    }
}

extension ListSales.Line {
    init(_ line: SaleRecordStore.Line) {
        sale = line.sale
        status = line.status
        device = DeviceReference(number: line.device).text
        kind = line.kind
        grade = line.grade
        soldOn = line.soldOn
        priceCents = line.priceCents
        paidCents = line.paidCents
        voucher = line.voucher
    }
}
