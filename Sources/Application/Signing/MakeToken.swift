public import Domain
public import Postgres
import Store

/// Gives a program a key with which it speaks as a person, within scopes.
public struct MakeToken: Command {
    public static let name = "make-token"
    public static let summary = Phrase(
        fr: "donne une clé à un programme qui parle au nom d'une personne",
        en: "gives a key to a program that speaks as a person"
    )
    public static let permission = Permission(.admin)
    public static let tellsSecret = true

    public let login: String
    public let purpose: String
    /// Names of commands and questions; empty for all that the person may.
    public let scopes: [String]?
    /// 1 to 366; 90 unless said.
    public let days: Int?

    public init(login: String, purpose: String, scopes: [String]? = nil, days: Int? = nil) {
        self.login = login
        self.purpose = purpose
        self.scopes = scopes
        self.days = days
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let token: Int64
        /// The key itself, told once.
        public let key: String
    }

    /// - Throws: `unknown_person`; `.unreadable` for a scope that is not on the list or days out of range.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let days = days ?? 90
        guard (1...366).contains(days) else {
            throw .unreadable(
                Unreadable(
                    "days: \(days)",
                    expected: Phrase(fr: "de 1 à 366 jours", en: "1 to 366 days")
                )
            )
        }
        for scope in scopes ?? [] where (try? Catalogue.command(named: scope)) == nil {
            _ = try Catalogue.question(named: scope)
        }
        let person = try RoleOutcome.person(login, in: db, circumstances)
        let key = Token()
        let made = try Failure.running { () throws(PostgresError) in
            try SessionStore.makeToken(
                for: person,
                token: key.bytes,
                purpose: purpose,
                scopes: scopes ?? [],
                days: days,
                in: db
            )
        }
        return Outcome(token: made, key: key.text)
    }
}
