public import Domain
public import Postgres
import Store

/// Says that an account at another service is a person's, who then signs in by it.
public struct LinkIdentity: Command {
    public static let name = "link-identity"
    public static let summary = Phrase(
        fr: "lie un compte d'un autre service à une personne",
        en: "links an account of another service to a person"
    )
    public static let permission = Permission(.admin)

    public let login: String
    /// The address of the service, exactly as it names itself.
    public let issuer: String
    /// The service's own name for the account.
    public let subject: String

    public init(login: String, issuer: String, subject: String) {
        (self.login, self.issuer, self.subject) = (login, issuer, subject)
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let login: String
    }

    /// - Throws: `unknown_person`, `identity_taken`; `value_not_allowed` for an issuer that is no address.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let person = try RoleOutcome.person(login, in: db, circumstances)
        try Failure.running { () throws(PostgresError) in
            try IdentityStore.link(issuer, subject, to: person, in: db)
        }
        return Outcome(login: login)
    }
}

/// Ends every link of a person to accounts at other services; an ended account is not linked again by its address.
public struct UnlinkIdentity: Command {
    public static let name = "unlink-identity"
    public static let summary = Phrase(
        fr: "délie une personne de ses comptes d'autres services",
        en: "ends a person's links to accounts of other services"
    )
    public static let permission = Permission(.admin)

    public let login: String

    public init(login: String) {
        self.login = login
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let login: String
        public let ended: Int
    }

    /// - Throws: `unknown_person`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let person = try RoleOutcome.person(login, in: db, circumstances)
        let ended = try Failure.running { () throws(PostgresError) in
            try IdentityStore.unlink(person, in: db)
        }
        return Outcome(login: login, ended: ended)
    }
}
