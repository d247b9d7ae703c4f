public import Domain
public import Postgres
import Store

/// Lengthens a voucher once, by the days of the rules in force: thirty, unless others are published.
public struct RenewVoucher: Command {
    public static let name = "renew-voucher"
    public static let summary = Phrase(
        fr: "prolonge un bon de trente jours, une fois",
        en: "lengthens a voucher by thirty days, once"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public let voucher: VoucherReference

    public init(voucher: VoucherReference) {
        self.voucher = voucher
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let voucher: String
        /// The last day on which it serves now.
        public let until: Day?
    }

    /// - Throws: `voucher_unknown`, `voucher_revoked`, `voucher_already_renewed`, `voucher_expired` when it is over too long.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let code = try voucher.code()
        let pack = try EligibilityPack.inForce(on: circumstances.today, in: db, circumstances)
        let until = try Failure.counter { () throws(PostgresError) in
            try VoucherStore.renew(code, days: pack.renewalDays, in: db)
        }
        return Outcome(voucher: code, until: until)
    }
}
