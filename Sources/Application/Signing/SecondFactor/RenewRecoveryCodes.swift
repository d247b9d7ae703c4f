public import Domain
public import Postgres
import Store

/// Makes new recovery codes in the place of all that were left, by a code of the telephone.
public struct RenewRecoveryCodes: Command {
    public static let name = "renew-recovery-codes"
    public static let summary = Phrase(
        fr: "remplace ses codes de secours",
        en: "replaces one's recovery codes"
    )
    public static let permission = Permission(roles: Role.allCases)
    public static let tellsSecret = true

    public let code: String

    public init(code: String) {
        self.code = code
    }

    /// - Throws: `factor_missing`, `code_wrong`, also for a recovery code.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RecoveryCodes {
        guard let step = try circumstances.shown(code, in: db).step else {
            throw .refused(Refusal(.codeWrong, ["seconds": .number(30)]))
        }
        let codes = RecoveryCodes()
        let hashes = codes.hashes(circumstances)
        try Failure.running { () throws(PostgresError) in
            try CodeStore.renewRecovery(step: step, recovery: hashes, in: db)
        }
        return codes
    }
}
