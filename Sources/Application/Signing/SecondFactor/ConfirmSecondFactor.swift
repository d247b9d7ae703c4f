public import Domain
public import Postgres
import Proving
import Store

/// Makes the prepared second factor count, by a code of it; tells the recovery codes, once.
public struct ConfirmSecondFactor: Command {
    public static let name = "confirm-second-factor"
    public static let summary = Phrase(
        fr: "met en service son second facteur",
        en: "puts one's second factor into use"
    )
    public static let permission = Permission(roles: Role.allCases)
    public static let tellsSecret = true

    public let code: String

    public init(code: String) {
        self.code = code
    }

    /// - Throws: `factor_missing` when none was prepared; `code_wrong`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RecoveryCodes {
        let person = circumstances.person.id
        let own = try Failure.running { () throws(PostgresError) in try CodeStore.own(in: db) }
        guard let draft = own.draft, own.secret == nil,
            let secret = circumstances.seal.opened(draft, of: person)
        else { throw .refused(Refusal(.factorMissing, ["command": "begin-second-factor"])) }
        let seconds = circumstances.instant.microseconds / 1_000_000
        guard let step = secret.step(of: code, at: seconds) else {
            throw .refused(Refusal(.codeWrong, ["seconds": .number(30)]))
        }
        let codes = RecoveryCodes()
        let hashes = codes.hashes(circumstances)
        try Failure.running { () throws(PostgresError) in
            try CodeStore.confirm(step: step, recovery: hashes, in: db)
        }
        return codes
    }
}

/// Ten codes for the day on which the telephone is lost, each good once; told once.
public struct RecoveryCodes: Codable, Sendable, Hashable {
    public let codes: [String]

    init() {
        codes = FactorSeal.recoveryCodes()
    }

    func hashes(_ circumstances: Circumstances) -> [[UInt8]] {
        codes.map { circumstances.seal.hash(recovery: $0, of: circumstances.person.id) }
    }

    private enum CodingKeys: String, CodingKey {
        case codes = "recovery_codes"
    }
}
