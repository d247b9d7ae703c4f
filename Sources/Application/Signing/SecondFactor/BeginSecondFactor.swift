public import Domain
public import Postgres
import Proving
import Store

/// Makes a secret for one's own telephone; it counts once a code of it was shown.
public struct BeginSecondFactor: Command {
    public static let name = "begin-second-factor"
    public static let summary = Phrase(
        fr: "prépare un second facteur sur son téléphone",
        en: "prepares a second factor on one's telephone"
    )
    public static let permission = Permission(roles: Role.allCases)
    public static let tellsSecret = true

    public init() {}

    public struct Outcome: Codable, Sendable, Hashable {
        /// In base 32, for a telephone that reads no picture.
        public let secret: String
        /// What the picture says to the telephone.
        public let address: String
    }

    /// - Throws: `factor_there` while one counts.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let secret = OneTimeSecret.fresh()
        let sealed = circumstances.seal.sealed(secret, of: circumstances.person.id)
        try Failure.running { () throws(PostgresError) in try CodeStore.draft(sealed, in: db) }
        return Outcome(
            secret: Base32.text(secret.bytes),
            address: secret.address(
                issuer: circumstances.organisation.name,
                account: circumstances.person.login
            )
        )
    }
}

extension OneTimeSecret {
    fileprivate static func fresh() -> OneTimeSecret {
        guard let secret = OneTimeSecret(Digest.random(length)) else {
            preconditionFailure("twenty bytes are a secret")
        }
        return secret
    }
}

extension Circumstances {
    var seal: FactorSeal { FactorSeal(secrets, organisation: organisation.id) }

    /// What was shown, checked against the person's own second factor.
    ///
    /// - Throws: `factor_missing`; `code_wrong`.
    func shown(_ code: String, in db: isolated Connection) throws(Failure) -> SessionStore.Shown {
        let own = try Failure.running { () throws(PostgresError) in try CodeStore.own(in: db) }
        guard let sealed = own.secret else {
            throw .refused(Refusal(.factorMissing, ["command": "begin-second-factor"]))
        }
        let seconds = instant.microseconds / 1_000_000
        guard let shown = seal.shown(code, sealed, of: person.id, at: seconds) else {
            throw .refused(Refusal(.codeWrong, ["seconds": .number(30)]))
        }
        return shown
    }
}
