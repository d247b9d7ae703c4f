public import Domain
public import Postgres
import Store

/// Takes another person's second factor away, such as with a lost telephone.
public struct RemoveSecondFactor: Command {
    public static let name = "remove-second-factor"
    public static let summary = Phrase(
        fr: "retire le second facteur d'une autre personne",
        en: "takes another person's second factor away"
    )
    public static let permission = Permission(.admin)

    public let login: String

    public init(login: String) {
        self.login = login
    }

    /// - Throws: `unknown_person`, `factor_missing`; `needs_other_person` for oneself, who has to show a code.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> FactorOutcome {
        let person = try RoleOutcome.person(login, in: db, circumstances)
        guard person != circumstances.person.id else {
            throw .refused(
                Refusal(
                    .needsOtherPerson,
                    [
                        "action": .word(Self.name, Self.summary),
                        "person": .text(circumstances.person.name),
                    ],
                    next: [EndSecondFactor.name]
                )
            )
        }
        try Failure.running { () throws(PostgresError) in
            try CodeStore.end(of: person, nil, in: db)
        }
        return FactorOutcome(login: login)
    }
}
