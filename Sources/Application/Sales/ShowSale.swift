public import Domain
public import Postgres
import Store

/// A sale with everything that its slip says, and what became of it since.
public struct ShowSale: Question {
    public static let name = "show-sale"
    public static let summary = Phrase(
        fr: "montre une vente, telle que son ticket la dit",
        en: "shows a sale as its slip tells it"
    )
    public static let permission = Permission(.shop, .accountant, .auditor)
    public static var side: Side { .main }

    public let sale: Int64

    public init(sale: Int64) {
        self.sale = sale
    }

    /// - Throws: `unknown_sale`.
    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> SoldDevice {
        let speaker = circumstances.speaker
        let found = try Failure.running { () throws(PostgresError) in
            try SaleRecordStore.record(of: sale, speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownSale, ["sale": .number(Int(sale))]))
        }
        return try Failure.running { () throws(PostgresError) in
            SoldDevice(
                found,
                seller: try SaleRecordStore.seller(speaker, in: db),
                payments: try MoneyStore.payments(of: sale, speaker, in: db),
                cases: try WarrantyStore.cases(of: sale, speaker, in: db)
            )
        }
    }
}
