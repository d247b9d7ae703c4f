public import Domain
public import Postgres
import Store

/// Takes a later payment of a sale by instalments.
public struct PayInstalment: Command {
    public static let name = "pay-instalment"
    public static let summary = Phrase(
        fr: "encaisse une échéance d'une vente",
        en: "takes a later payment of a sale"
    )
    public static let permission = Permission(.shop)

    public let sale: Int64
    public let payments: [Tender]

    public init(sale: Int64, payments: [Tender]) {
        self.sale = sale
        self.payments = payments
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let sale: Int64
        public let paidCents: Int64
        public let dueCents: Int64
        /// What to give back in cash.
        public let changeCents: Int64

        private enum CodingKeys: String, CodingKey {
            case sale
            case paidCents = "paid_cents"
            case dueCents = "due_cents"
            case changeCents = "change_cents"
        }
    }

    /// - Throws: `unknown_sale`, `nothing_due`, `last_instalment_settles`, `payment_too_high`, `payment_not_positive`,
    ///   `method_brings_no_money`, `cash_limit_exceeded` for the cash of the whole sale, `day_closed`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let due = try due(in: db, circumstances)
        let reckoning = try Failure.judging { () throws(Refusal) in
            try Reckoning(of: Money(cents: due), by: payments, instalments: 2)
        }
        let standing = try Failure.counter { () throws(PostgresError) in
            try SaleStore.payInstalment(of: sale, reckoning.paid, in: db)
        }
        return Outcome(
            sale: sale,
            paidCents: standing.paidCents,
            dueCents: standing.dueCents,
            changeCents: reckoning.change.cents
        )
    }

    private func due(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Int64 {
        let speaker = circumstances.speaker
        let found = try Failure.running { () throws(PostgresError) in
            try SoldPaperStore.sale(sale, of: speaker, in: db)
        }
        let number = Fact.text(String(sale))
        guard let found else { throw .refused(Refusal(.unknownSale, ["sale": number])) }
        let due = found.priceCents - found.payments.reduce(0) { $0 + $1.cents }
        guard due > 0 else {
            throw .refused(Refusal(.nothingDue, ["sale": number], next: ["show-sale"]))
        }
        guard !payments.isEmpty else {
            let one = Phrase(
                fr: "au moins un paiement (payments : method et cents)",
                en: "at least one payment (payments: method and cents)"
            )
            throw .unreadable(Unreadable("", expected: one))
        }
        return due
    }
}
