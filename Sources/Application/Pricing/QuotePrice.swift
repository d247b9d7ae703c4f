public import Domain
public import Postgres
import Store

/// What a device costs with a voucher today, and why, in one sentence.
public struct QuotePrice: Question {
    public static let name = "quote"
    public static let summary = Phrase(
        fr: "dit ce qu'un appareil coûte avec un bon",
        en: "says what a device costs with a voucher"
    )
    public static let permission = Permission(.shop)
    public static var side: Side { .main }

    public let voucher: VoucherReference
    public let device: DeviceReference

    public init(voucher: VoucherReference, device: DeviceReference) {
        self.voucher = voucher
        self.device = device
    }

    /// No bracket, and nothing from which it could be read but the price itself.
    public struct Answer: Codable, Sendable, Hashable {
        public let voucher: String
        public let device: String
        public let kind: DeviceType
        /// `A`, `B` or `C`.
        public let grade: String
        public let priceCents: Int64
        public let gridCents: Int64
        /// The legal cap; nil when none applies.
        public let capCents: Int64?
        /// What a person set by hand for this voucher, and why; nil where nobody did.
        public let lowered: Lowered?
        public let grid: String
        public let caps: String?
        public let isGift: Bool
        /// The last day on which the voucher serves.
        public let until: Day
        public let explanation: Phrase

        /// A price that was set by hand.
        public struct Lowered: Codable, Sendable, Hashable {
            public let priceCents: Int64
            public let reason: String
            /// Who decided.
            public let by: String
            /// Who had proposed it; nil where one person decided.
            public let proposedBy: String?

            private enum CodingKeys: String, CodingKey {
                case reason, by
                case priceCents = "price_cents"
                case proposedBy = "proposed_by"
            }
        }

        private enum CodingKeys: String, CodingKey {
            case voucher, device, kind, grade, grid, caps, until, explanation, lowered
            case priceCents = "price_cents"
            case gridCents = "grid_cents"
            case capCents = "cap_cents"
            case isGift = "is_gift"
        }
    }

    public func answer(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Answer {
        let code = try voucher.code()
        try circumstances.sign(in: db)
        let number = try device.resolve(in: db, circumstances.speaker)
        let (quoted, quote) = try PriceQuote.asked(code, number, in: db, circumstances)
        let lowered = try Failure.running { () throws(PostgresError) in
            try LoweredPriceStore.find(
                voucher: code,
                device: number,
                circumstances.speaker,
                in: db
            )
        }
        return Answer(
            voucher: code,
            device: DeviceReference(number: number).text,
            kind: quote.type,
            grade: quote.grade.letter,
            priceCents: quoted.priceCents,
            gridCents: quoted.gridCents,
            capCents: quoted.capCents,
            lowered: lowered.flatMap { $0.cents < quoted.priceCents ? .init($0) : nil },
            grid: quoted.grid,
            caps: quoted.capCents == nil ? nil : quoted.caps,
            isGift: quote.isGift,
            until: quoted.until,
            explanation: Phrase(fr: quote.sentence(in: .fr), en: quote.sentence(in: .en))
        )
    }
}

extension QuotePrice.Answer.Lowered {
    fileprivate init(_ found: LoweredPriceStore.Lowered) {
        self.init(
            priceCents: found.cents,
            reason: found.reason,
            by: found.by,
            proposedBy: found.proposedBy
        )
    }
}

extension PriceQuote {
    /// Asks the door, and gives its answer the shape of the rulebook's quote.
    static func asked(
        _ voucher: String,
        _ device: Int64,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> (PriceStore.Quoted, PriceQuote) {
        let quoted = try Failure.counter { () throws(PostgresError) in
            try PriceStore.quote(
                voucher: voucher,
                device: device,
                circumstances.speaker,
                in: db
            )
        }
        guard let kind = quoted.kind, let grade = quoted.grade, let regime = quoted.regime else {
            throw .refused(Refusal(.deviceNotOnOffer, ["device": .text(String(device))]))
        }
        let quote = PriceQuote(
            type: kind,
            grade: grade,
            regime: regime,
            gridPrice: Money(cents: quoted.gridCents),
            cap: quoted.capCents.map { Money(cents: $0) },
            price: Money(cents: quoted.priceCents),
            gridVersion: quoted.grid
        )
        return (quoted, quote)
    }
}
