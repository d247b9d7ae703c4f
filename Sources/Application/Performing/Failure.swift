public import Domain
public import Importing
public import Postgres
import Store

/// Everything that can keep a command or a question from its answer.
public enum Failure: Error, ExpressibleByPostgresError {
    /// The rules say no; the person can act on it.
    case refused(Refusal)
    /// What was given does not parse.
    case unreadable(Unreadable)
    /// A file as a whole is not what the import reads.
    case file(FileRefusal)
    /// The person is known and may not do this.
    case forbidden(needs: [Role])
    /// Nobody, or somebody whose time here has ended.
    case unauthenticated
    /// The database is gone, too slow, or answers what this program does not understand.
    case database(PostgresError)

    public static func postgres(_ error: PostgresError) -> Failure {
        if let refusal = Refusal(error) { return .refused(refusal) }
        return .database(error)
    }

    /// One sentence for the person, in their language; never data of another person.
    public func sentence(in language: Language) -> String {
        switch self {
        case .refused(let refusal): refusal.sentence(in: language)
        case .unreadable(let unreadable): unreadable.sentence(in: language)
        case .file(let refusal): refusal.sentence.text(in: language)
        case .forbidden(let roles):
            switch language {
            case .fr:
                "Il faut pour cela l'un de ces rôles : "
                    + roles.map(\.label.fr).joined(separator: ", ")
                    + ". Demandez à un administrateur."
            case .en:
                "This needs one of these roles: " + roles.map(\.label.en).joined(separator: ", ")
                    + ". Ask an administrator."
            }
        case .unauthenticated:
            switch language {
            case .fr: "Identifiant inconnu, ou dont la période est terminée. Voyez `moulin user`."
            case .en: "Unknown login, or one whose time has ended. See `moulin user`."
            }
        case .database(let error): error.phrase.text(in: language)
        }
    }
}
