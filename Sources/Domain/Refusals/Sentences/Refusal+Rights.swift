extension Refusal.Code {
    /// The sentences of who may do what.
    static let rightsSentences: [Refusal.Code: Phrase] = [
        .notPermitted: Phrase(
            fr: "« {action} » demande le rôle {role}. Demandez à une personne qui l'a.",
            en: """
                "{action}" needs the role {role}. Ask a person who has it.
                """
        ),
        .needsOtherPerson: Phrase(
            fr: "« {action} » demande une autre personne que {person}. Demandez à un collègue.",
            en: """
                "{action}" needs another person than {person}. Ask a colleague.
                """
        ),
        .valueNotAllowed: Phrase(
            fr: """
                Une valeur n'est pas ce qu'elle doit être : {wall}. Rien n'a été gardé ; corrigez-la et recommencez.
                """,
            en: """
                A value is not what it must be: {wall}. Nothing was kept; correct it and try again.
                """
        ),
        .lineTwice: Phrase(
            fr: """
                Deux lignes parlent de la même chose : {wall}. Rien n'a été gardé ; laissez-en une seule.
                """,
            en: """
                Two lines say something about the same thing: {wall}. Nothing was kept; leave one of them.
                """
        ),
        .alreadyDoneWithOtherContent: Phrase(
            fr: """
                La clé {key} a déjà servi à une demande d'un autre contenu. Prenez une nouvelle \
                clé, ou renvoyez la même demande.
                """,
            en: """
                The key {key} was already used for a request with other content. Take a new key, \
                or send the same request again.
                """
        ),
        .doneByAnOlderVersion: Phrase(
            fr: """
                C'est fait depuis longtemps, sous la clé {key} : une version plus ancienne l'a fait, et \
                sa réponse ne se relit plus. Rien n'a été fait deux fois ; regardez la chose elle-même.
                """,
            en: """
                This was done long ago under the key {key}, by an older version whose answer can no \
                longer be read. Nothing was done twice; look at the thing itself.
                """
        ),
        .batchMixesSides: Phrase(
            fr: """
                {command} passe par un autre accès que les lignes précédentes, et une transaction n'en \
                a qu'un. Faites deux fichiers, ou laissez le lot continuer malgré les erreurs.
                """,
            en: """
                {command} speaks through another login than the lines before it, and one transaction \
                has one login. Write two files, or let the batch keep going.
                """
        ),
    ]
}
