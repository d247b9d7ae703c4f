public import Domain
public import Postgres
import Store

/// Says that a person needs a second factor, or no longer does; without one, nothing but adding it is open to them.
public struct RequireSecondFactor: Command {
    public static let name = "require-second-factor"
    public static let summary = Phrase(
        fr: "exige d'une personne un second facteur",
        en: "requires a second factor of a person"
    )
    public static let permission = Permission(.admin)

    public let login: String
    /// True unless said.
    public let isRequired: Bool?

    public init(login: String, isRequired: Bool? = nil) {
        self.login = login
        self.isRequired = isRequired
    }

    private enum CodingKeys: String, CodingKey {
        case login
        case isRequired = "required"
    }

    /// - Throws: `unknown_person`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> FactorOutcome {
        let person = try RoleOutcome.person(login, in: db, circumstances)
        try Failure.running { () throws(PostgresError) in
            try CodeStore.require(of: person, isRequired ?? true, in: db)
        }
        return FactorOutcome(login: login)
    }
}
