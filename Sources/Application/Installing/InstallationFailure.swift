public import Cluster
public import Domain
public import Postgres
public import Schema
public import Store

/// Why Moulin cannot work on this machine at this moment.
public enum InstallationFailure: Error {
    case cluster(ClusterError)
    case schema(SchemaMissing)
    case migration(MigrationFailure)
    case database(PostgresError)
    case keyUnusable(String)
    /// The database was made by another version of Moulin.
    case schemaDiffers
    /// No organisation lives in the database yet.
    case notFounded
    case personUnknown(String, known: [String])
    /// A program of PostgreSQL ended with an error.
    case toolFailed(String, status: Int32)

    /// One sentence: what is wrong, and what to do.
    public func sentence(in language: Language) -> String {
        switch self {
        case .cluster(let error): error.description
        case .schema(let missing): missing.description
        case .migration(let failure): failure.description
        case .database(let error): error.phrase.text(in: language)
        case .keyUnusable(let path):
            Phrase(
                fr:
                    "La clé \(path) ne peut être ni lue ni créée. Corrigez ses droits, ou MOULIN_HOME.",
                en:
                    "The key \(path) can be neither read nor made. Correct its rights, or MOULIN_HOME."
            ).text(in: language)
        case .schemaDiffers:
            Phrase(
                fr:
                    "La base a été faite par une autre version de Moulin. Lancez `moulin db migrate`.",
                en: "The database was made by another version of Moulin. Run `moulin db migrate`."
            ).text(in: language)
        case .notFounded:
            Phrase(
                fr: "La base est vide. Lancez `moulin setup` pour votre atelier, ou `moulin demo`.",
                en: "The database is empty. Run `moulin setup` for your workshop, or `moulin demo`."
            ).text(in: language)
        case .personUnknown(let login, let known):
            Phrase(
                fr: "Personne ne s'appelle « \(login) » ici. Dites --as suivi de : "
                    + known.joined(separator: ", ") + ".",
                en: "Nobody here is called \"\(login)\". Say --as followed by: "
                    + known.joined(separator: ", ") + "."
            ).text(in: language)
        case .toolFailed(let tool, let status):
            Phrase(
                fr: "\(tool) s'est terminé avec le code \(status).",
                en: "\(tool) ended with status \(status)."
            ).text(in: language)
        }
    }

    /// By the table of exit codes: 69 for a server that is not there, 78 for a wrong installation, 77 for nobody.
    public var exitCode: Int32 {
        switch self {
        case .cluster, .database: 69
        case .schema, .keyUnusable, .schemaDiffers, .migration: 78
        case .notFounded: 78
        case .personUnknown: 77
        case .toolFailed: 70
        }
    }
}
