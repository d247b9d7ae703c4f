import Domain
import Postgres

extension PostgresError {
    private static let busy = Phrase(
        fr: "La base de données est trop occupée. Rien n'a changé ; réessayez dans un instant.",
        en: "The database is too busy. Nothing was changed; try again in a moment."
    )

    /// What happened and what to do, for people; never data of anybody.
    var phrase: Phrase {
        if sqlState == .diskFull {
            return Phrase(
                fr:
                    "Le disque de la base est plein. Rien n'a changé ; libérez de la place, puis réessayez.",
                en:
                    "The database's disk is full. Nothing was changed; free some space, then try again."
            )
        }
        if sqlState == .lockNotAvailable || gaveWay { return Self.busy }
        switch kind {
        case .connectionFailed, .connectionLost:
            return Phrase(
                fr:
                    "La base de données ne répond pas : \(message) Vérifiez DATABASE_URL, ou réessayez.",
                en: "The database does not answer: \(message) Check DATABASE_URL, or try again."
            )
        case .timedOut, .overloaded: return Self.busy
        case .commitOutcomeUnknown:
            return Phrase(
                fr:
                    "La réponse s'est perdue : nul ne sait si c'est fait. Redites-le avec la même clé.",
                en:
                    "The answer was lost: nobody knows whether it is done. Say it again under the same key."
            )
        case .cancelled:
            return Phrase(fr: "Interrompu ; rien n'a changé.", en: "Stopped; nothing was changed.")
        case .server, .decoding, .encoding, .unexpectedRowCount, .misuse:
            return Phrase(
                fr: "La base de données ne répond pas comme prévu : \(self).",
                en: "The database does not answer as expected: \(self)."
            )
        }
    }
}
