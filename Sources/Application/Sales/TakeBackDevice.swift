public import Domain
public import Postgres
import Store

/// Takes a device back from its buyer or from where it was placed; every proof of its drives is void.
public struct TakeBackDevice: Command {
    public static let name = "take-back-device"
    public static let summary = Phrase(
        fr: "reprend un appareil vendu, donné ou confié",
        en: "takes back a device that was sold, given or placed"
    )
    public static let permission = Permission(.shop)

    public enum Cause: String, Vocabulary {
        case withdrawal = "withdrawal_14_days"
        case warranty
        case tradeIn = "trade_in"
        case endOfPlacement = "end_of_placement"

        public var label: Phrase {
            switch self {
            case .withdrawal: Phrase(fr: "rétractation", en: "withdrawal")
            case .warranty: Phrase(fr: "garantie", en: "guarantee")
            case .tradeIn: Phrase(fr: "reprise", en: "trade-in")
            case .endOfPlacement: Phrase(fr: "fin de mise à disposition", en: "end of placement")
            }
        }
    }

    public let device: DeviceReference
    public let cause: Cause
    public let fault: String?
    /// What is given back, at most what was paid; when it is nil, all of it for a withdrawal, nothing otherwise.
    public let refundCents: Int64?

    public init(
        device: DeviceReference,
        cause: Cause,
        fault: String? = nil,
        refundCents: Int64? = nil
    ) {
        self.device = device
        self.cause = cause
        self.fault = fault
        self.refundCents = refundCents
    }

    private enum CodingKeys: String, CodingKey {
        case device, cause, fault
        case refundCents = "refund_cents"
    }

    public struct Outcome: Codable, Sendable, Hashable {
        /// The number of the return.
        public let number: Int64
        public let device: String
        /// The sale that ended; nil for a placement.
        public let sale: Int64?
        /// Which stay with us begins, counted from 1.
        public let stay: Int32
        public let refundCents: Int64

        private enum CodingKeys: String, CodingKey {
            case device, sale, stay
            case number = "return"
            case refundCents = "refund_cents"
        }
    }

    public var subject: DeviceReference? { device }

    /// - Throws: `nothing_to_take_back`, `return_too_late`, `refund_over_price`, `withdrawal_refunds_all`, `day_closed`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        if let refundCents, refundCents < 0 {
            let amount = Phrase(fr: "un montant positif", en: "a positive amount")
            throw .unreadable(Unreadable(String(refundCents), expected: amount))
        }
        let number = try device.resolve(in: db, circumstances.speaker)
        let back = try Failure.counter { () throws(PostgresError) in
            try SaleStore.takeBack(
                number,
                cause: cause.rawValue,
                fault: fault,
                refundCents: refundCents,
                in: db
            )
        }
        return Outcome(
            number: back.number,
            device: DeviceReference(number: number).text,
            sale: back.sale,
            stay: back.stay,
            refundCents: back.refundCents
        )
    }
}
