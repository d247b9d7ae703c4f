public import Domain
public import Postgres
import Store

/// Signs a person out everywhere, and ends the keys of their programs.
public struct EndSessions: Command {
    public static let name = "end-sessions"
    public static let summary = Phrase(
        fr: "déconnecte une personne partout",
        en: "signs a person out everywhere"
    )
    public static let permission = Permission(.admin)

    public let login: String

    public init(login: String) {
        self.login = login
    }

    public struct Outcome: Codable, Sendable, Hashable {
        public let login: String
        /// Sessions and keys.
        public let ended: Int
    }

    /// - Throws: `unknown_person`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Outcome {
        let person = try RoleOutcome.person(login, in: db, circumstances)
        let ended = try Failure.running { () throws(PostgresError) in
            try SessionStore.endAll(of: person, in: db)
        }
        return Outcome(login: login, ended: ended)
    }
}
