public import Domain
public import Postgres
import Store

/// Takes the name of a former member of the staff away; what they did stays under a number.
public struct ErasePerson: Command {
    public static let name = "erase-person"
    public static let summary = Phrase(
        fr: "efface une personne qui a quitté l'équipe",
        en: "erases a person who left the staff"
    )
    public static let permission = Permission(.dpo)

    public let login: String

    public init(login: String) {
        self.login = login
    }

    /// - Throws: `unknown_person`, `person_still_active`.
    public func run(
        in db: isolated Connection,
        _ circumstances: Circumstances
    ) throws(Failure) -> ErasedSubject {
        let person = try Failure.running { () throws(PostgresError) in
            try RetentionStore.erase(login: login, in: db)
        }
        return ErasedSubject(subject: person, gone: ["persons": 1], kept: [.init(1, .record)])
    }
}
