public import Domain
public import Postgres
import Store

/// Makes a link with which a person chooses a password: the first one, or a new one.
public struct InvitePerson: Command {
    public static let name = "invite-person"
    public static let summary = Phrase(
        fr: "donne à une personne un lien pour choisir son mot de passe",
        en: "gives a person a link for choosing a password"
    )
    public static let permission = Permission(.admin)
    public static let tellsSecret = true

    public let login: String

    public init(login: String) {
        self.login = login
    }

    /// The secret part of the link, told once: `/invitation/` and this.
    public struct Outcome: Codable, Sendable, Hashable {
        public let login: String
        public let invitation: String
    }

    /// - Throws: `unknown_person`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let person = try RoleOutcome.person(login, in: db, circumstances)
        let token = Token()
        try Failure.running { () throws(PostgresError) in
            try SessionStore.invite(person, token: token.bytes, in: db)
        }
        return Outcome(login: login, invitation: token.text)
    }
}
