public import Domain
public import Postgres
import Store

/// Ends a role now; what was done under it stays.
public struct EndRole: Command {
    public static let name = "end-role"
    public static let summary = Phrase(
        fr: "retire un rôle à une personne",
        en: "ends a role of a person"
    )
    public static let permission = Permission(.admin)

    public let login: String
    public let role: Role

    public init(login: String, role: Role) {
        self.login = login
        self.role = role
    }

    /// - Throws: `unknown_person`, `role_not_held`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RoleOutcome {
        let person = try RoleOutcome.person(login, in: db, circumstances)
        let ended = try Failure.running { () throws(PostgresError) in
            let ended = try RoleStore.end(role, of: person, circumstances.speaker, in: db)
            if ended { try RoleStore.tell(Self.name, of: person, role: role, in: db) }
            return ended
        }
        guard ended else {
            throw .refused(Refusal(.roleNotHeld, ["person": .text(login), "role": .word(role)]))
        }
        return RoleOutcome(person: person, login: login, role: role)
    }
}
