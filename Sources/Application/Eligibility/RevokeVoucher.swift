public import Domain
public import Postgres
import Store

/// Takes a voucher back, with its approval; what was reserved for it is free again.
public struct RevokeVoucher: Command {
    public static let name = "revoke-voucher"
    public static let summary = Phrase(fr: "retire un bon", en: "takes a voucher back")
    public static let side = Side.social
    public static let permission = Permission(.socialApprover)

    public let voucher: VoucherReference
    public let reason: String

    public init(voucher: VoucherReference, reason: String) {
        self.voucher = voucher
        self.reason = reason
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let voucher: String
    }

    /// - Throws: `voucher_unknown`, `voucher_revoked`, `reason_missing`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let code = try voucher.code()
        guard !reason.allSatisfy(\.isWhitespace) else {
            throw .refused(Refusal(.reasonMissing, ["action": .word(Self.name, Self.summary)]))
        }
        try Failure.counter { () throws(PostgresError) in
            try VoucherStore.revoke(code, because: reason, in: db)
        }
        return Outcome(voucher: code)
    }
}
