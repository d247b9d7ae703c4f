public import Domain
public import Postgres
import Store

/// Marks applications whose voucher never served and no longer does; safe to run as often as one likes.
public struct ExpireVouchers: Command {
    public static let name = "expire-vouchers"
    public static let summary = Phrase(
        fr: "classe les demandes dont le bon est échu",
        en: "files the applications whose voucher has run out"
    )
    public static let side = Side.social
    public static let permission = Permission(.socialAgent, .socialApprover)

    public init() {}

    public struct Outcome: Codable, Sendable, Hashable {
        public let expired: Int
    }

    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let expired = try Failure.running { () throws(PostgresError) in
            try VoucherStore.expire(in: db)
        }
        return Outcome(expired: expired)
    }
}
