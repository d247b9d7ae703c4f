public import Domain
public import Postgres
import Store

/// Takes one's own second factor away, by a code of it or a recovery code.
public struct EndSecondFactor: Command {
    public static let name = "end-second-factor"
    public static let summary = Phrase(
        fr: "retire son second facteur",
        en: "takes one's second factor away"
    )
    public static let permission = Permission(roles: Role.allCases)
    public static let tellsSecret = true

    public let code: String

    public init(code: String) {
        self.code = code
    }

    /// - Throws: `factor_missing`, `code_wrong`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> FactorOutcome {
        let shown = try circumstances.shown(code, in: db)
        try Failure.running { () throws(PostgresError) in
            try CodeStore.end(of: circumstances.person.id, shown, in: db)
        }
        return FactorOutcome(login: circumstances.person.login)
    }
}

/// Whose second factor it was about.
public struct FactorOutcome: Codable, Sendable, Hashable {
    public let login: String
}
