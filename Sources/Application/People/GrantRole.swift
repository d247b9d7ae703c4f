public import Domain
public import Postgres
import Store

/// Gives somebody else a role, from now on.
public struct GrantRole: Command {
    public static let name = "grant-role"
    public static let summary = Phrase(
        fr: "donne un rôle à une autre personne",
        en: "gives another person a role"
    )
    public static let permission = Permission(.admin)

    public let login: String
    public let role: Role

    public init(login: String, role: Role) {
        self.login = login
        self.role = role
    }

    /// - Throws: `unknown_person`, `needs_other_person` for oneself, `role_already_held`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> RoleOutcome {
        let person = try RoleOutcome.person(login, in: db, circumstances)
        guard person != circumstances.person.id else {
            throw .refused(
                Refusal(
                    .needsOtherPerson,
                    [
                        "action": .word(Self.name, Self.summary),
                        "person": .text(circumstances.person.name),
                    ]
                )
            )
        }
        do throws(Failure) {
            try Failure.running { () throws(PostgresError) in
                try RoleStore.grant(role, to: person, circumstances.speaker, in: db)
                try RoleStore.tell(Self.name, of: person, role: role, in: db)
            }
        } catch .refused(let refusal) where refusal.code == .roleAlreadyHeld {
            throw .refused(
                Refusal(.roleAlreadyHeld, ["person": .text(login), "role": .word(role)])
            )
        }
        return RoleOutcome(person: person, login: login, role: role)
    }
}

/// Whose role changed.
public struct RoleOutcome: Codable, Sendable, Hashable {
    public let person: Int64
    public let login: String
    public let role: Role

    /// - Throws: `unknown_person`.
    static func person(
        _ login: String,
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> Int64 {
        let found = try Failure.running { () throws(PostgresError) in
            try RoleStore.find(login: login, circumstances.speaker, in: db)
        }
        guard let found else {
            throw .refused(Refusal(.unknownPerson, ["person": .text(login)], next: ["add-person"]))
        }
        return found
    }
}
