public import Domain
public import Postgres
import Store

/// Sells a device to the bearer of a voucher, or gives it when its price is zero.
///
/// One transaction decides everything: the voucher's day, the household's quota, the price, the money, the device's step.
public struct SellDevice: Command {
    public static let name = "sell-device"
    public static let summary = Phrase(
        fr: "vend un appareil sur un bon, ou le donne si son prix est zéro",
        en: "sells a device on a voucher, or gives it when its price is zero"
    )
    public static let permission = Permission(.shop)

    public let voucher: VoucherReference
    public let device: DeviceReference
    /// The price that was shown; when it is another one meanwhile, nothing is sold.
    public let expectedCents: Int64
    public let payments: [Tender]
    /// A lower price, by half at most, for a reason; or the one that was set before, which has its reason.
    public let adjustedCents: Int64?
    public let adjustmentReason: String?
    /// In how many payments it will be paid, from 2 to 4; nil when all is paid now.
    public let instalments: Int?

    public init(
        voucher: VoucherReference,
        device: DeviceReference,
        expectedCents: Int64,
        payments: [Tender],
        adjustedCents: Int64? = nil,
        adjustmentReason: String? = nil,
        instalments: Int? = nil
    ) {
        self.voucher = voucher
        self.device = device
        self.expectedCents = expectedCents
        self.payments = payments
        self.adjustedCents = adjustedCents
        self.adjustmentReason = adjustmentReason
        self.instalments = instalments
    }

    private enum CodingKeys: String, CodingKey {
        case voucher, device, payments, instalments
        case expectedCents = "expected_cents"
        case adjustedCents = "adjusted_cents"
        case adjustmentReason = "adjustment_reason"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let sale: Int64
        public let device: String
        /// True when the price is zero: a gift note is due, not a slip.
        public let isGift: Bool
        public let priceCents: Int64
        public let paidCents: Int64
        /// What to give back in cash.
        public let changeCents: Int64
        /// What instalments will still bring.
        public let dueCents: Int64
        public let soldOn: Day
        /// The last day of the legal guarantee.
        public let warrantyUntil: Day
        /// The last day on which a defect is presumed older than the sale.
        public let presumptionUntil: Day

        private enum CodingKeys: String, CodingKey {
            case sale, device
            case isGift = "is_gift"
            case priceCents = "price_cents"
            case paidCents = "paid_cents"
            case changeCents = "change_cents"
            case dueCents = "due_cents"
            case soldOn = "sold_on"
            case warrantyUntil = "warranty_until"
            case presumptionUntil = "presumption_until"
        }
    }

    public var subject: DeviceReference? { device }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let code = try voucher.code()
        let number = try device.resolve(in: db, circumstances.speaker)
        let (_, quote) = try PriceQuote.asked(code, number, in: db, circumstances)
        let (price, reason) = try agreed(quote, try set(code, number, in: db, circumstances))
        let reckoning = try reckoned(price)
        let sold = try Failure.counter { () throws(PostgresError) in
            try SaleStore.sell(
                voucher: code,
                device: number,
                cents: price.cents,
                adjustment: reason,
                payments: reckoning.paid,
                instalments: plan(for: price),
                in: db
            )
        }
        return Outcome(
            sale: sold.sale,
            device: DeviceReference(number: number).text,
            isGift: price.isZero,
            priceCents: price.cents,
            paidCents: price.cents - reckoning.due.cents,
            changeCents: reckoning.change.cents,
            dueCents: reckoning.due.cents,
            soldOn: sold.soldOn,
            warrantyUntil: sold.warrantyUntil,
            presumptionUntil: sold.presumptionUntil
        )
    }

    /// The price that was set by hand for this voucher, where this sale asks for it.
    private func set(
        _ code: String,
        _ number: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> LoweredPriceStore.Lowered? {
        guard let adjustedCents else { return nil }
        let found = try Failure.running { () throws(PostgresError) in
            try LoweredPriceStore.find(
                voucher: code,
                device: number,
                circumstances.speaker,
                in: db
            )
        }
        return found?.cents == adjustedCents ? found : nil
    }

    /// The price to charge: the quoted one, which must be the one that was shown, or a lower one for a reason.
    private func agreed(
        _ quote: PriceQuote,
        _ set: LoweredPriceStore.Lowered?
    ) throws(Failure) -> (Money, reason: String?) {
        let shown = Money(cents: expectedCents)
        guard shown == quote.price else {
            throw .refused(
                Refusal(
                    .priceChanged,
                    ["shown": .money(shown), "current": .money(quote.price)],
                    next: ["quote"]
                )
            )
        }
        guard let adjustedCents else { return (quote.price, nil) }
        do throws(Refusal) {
            let reason = set?.reason ?? adjustmentReason ?? ""
            let lower = Money(cents: adjustedCents)
            let adjustment = try PriceAdjustment(of: quote.price, to: lower, because: reason)
            return (adjustment.adjusted, adjustment.reason)
        } catch {
            throw .refused(error)
        }
    }

    /// A gift is not paid at all, in however many times.
    private func plan(for price: Money) -> Int? { price.isZero ? nil : instalments }

    private func reckoned(_ price: Money) throws(Failure) -> Reckoning {
        try Failure.judging { () throws(Refusal) in
            if let plan = plan(for: price) {
                try PaymentRules().requirePlan(of: plan, beginningWith: payments.count)
            }
            return try Reckoning(of: price, by: payments, instalments: plan(for: price))
        }
    }
}
