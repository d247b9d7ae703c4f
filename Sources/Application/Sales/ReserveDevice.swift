public import Domain
public import Postgres
import Store

/// Keeps a device for a voucher for seven days, and never longer than the voucher.
public struct ReserveDevice: Command {
    public static let name = "reserve-device"
    public static let summary = Phrase(
        fr: "réserve un appareil pour un bon, sept jours",
        en: "reserves a device for a voucher, for seven days"
    )
    public static let permission = Permission(.shop)
    /// Rulebook 6.2.
    public static let days = 7

    public let voucher: VoucherReference
    public let device: DeviceReference

    public init(voucher: VoucherReference, device: DeviceReference) {
        self.voucher = voucher
        self.device = device
    }

    public var subject: DeviceReference? { device }

    public struct Outcome: Codable, Sendable, Hashable {
        public let reservation: Int64
        public let device: String
        /// The last day on which it is kept.
        public let until: Day
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let code = try voucher.code()
        let number = try device.resolve(in: db, circumstances.speaker)
        let kept = try Failure.counter { () throws(PostgresError) in
            try SaleStore.reserve(voucher: code, device: number, days: Self.days, in: db)
        }
        return Outcome(
            reservation: kept.reservation,
            device: DeviceReference(number: number).text,
            until: kept.lastDay
        )
    }
}
