public import Domain
public import Postgres
import Store

/// Sets by hand what one machine costs on one voucher, once: lower than the grid, by half at most, for a reason.
///
/// Where the house asks for two people, one proposes it and another approves; the sale is then made at that price.
public struct LowerPrice: Command {
    public static let name = "lower-price"
    public static let summary = Phrase(
        fr: "fixe à la main le prix d'un appareil pour un bon",
        en: "sets by hand the price of a device for a voucher"
    )
    public static let permission = Permission(.shop, .admin)

    public let voucher: VoucherReference
    public let device: DeviceReference
    public let cents: Int64
    public let reason: String

    public init(
        voucher: VoucherReference,
        device: DeviceReference,
        cents: Int64,
        reason: String
    ) {
        self.voucher = voucher
        self.device = device
        self.cents = cents
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let voucher: String
        public let device: String
        /// What the grid and the cap make.
        public let fromCents: Int64
        public let cents: Int64

        private enum CodingKeys: String, CodingKey {
            case voucher, device, cents
            case fromCents = "from_cents"
        }
    }

    public var subject: DeviceReference? { device }

    /// - Throws: `reason_missing`, `adjustment_out_of_bounds`; what a quote is refused with; `approval_needed`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let code = try voucher.code()
        let number = try device.resolve(in: db, circumstances.speaker)
        let (_, quote) = try PriceQuote.asked(code, number, in: db, circumstances)
        let adjustment = try adjusted(quote)
        _ = try Failure.counter { () throws(PostgresError) in
            try LoweredPriceStore.lower(
                voucher: code,
                device: number,
                cents: cents,
                reason: adjustment.reason,
                in: db
            )
        }
        return Outcome(
            voucher: code,
            device: DeviceReference(number: number).text,
            fromCents: quote.price.cents,
            cents: cents
        )
    }

    private func adjusted(_ quote: PriceQuote) throws(Failure) -> PriceAdjustment {
        do throws(Refusal) {
            let lower = Money(cents: cents)
            let adjustment = try PriceAdjustment(of: quote.price, to: lower, because: reason)
            guard lower < quote.price else {
                throw Refusal(
                    .adjustmentOutOfBounds,
                    [
                        "adjusted": .money(lower), "price": .money(quote.price),
                        "lowest": .money(quote.price.share(percent: PriceAdjustment.leastShare)),
                    ]
                )
            }
            return adjustment
        } catch {
            throw .refused(error)
        }
    }
}
