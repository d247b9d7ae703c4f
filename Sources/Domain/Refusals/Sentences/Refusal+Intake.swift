extension Refusal.Code {
    /// The sentences of intake and importing.
    static let intakeSentences: [Refusal.Code: Phrase] = [
        .tooOld: Phrase(
            fr: """
                {device} est trop ancien pour être remis en service. Orientez-le vers les pièces \
                ou le recyclage.
                """,
            en: "{device} is too old to be used again. Send it to parts or recycling."
        ),
        .belowMinSpec: Phrase(
            fr: """
                {device} n'atteint pas la configuration minimale : {missing}. Complétez-le, ou \
                orientez-le vers les pièces ou le recyclage.
                """,
            en: """
                {device} is below the minimum specification: {missing}. Upgrade it, or send it \
                to parts or recycling.
                """
        ),
        .locked: Phrase(
            fr: """
                {device} est verrouillé ({lock}). Demandez au donateur de le libérer ; en \
                attendant, il reste en quarantaine.
                """,
            en: """
                {device} is locked ({lock}). Ask the donor to release it; it stays in quarantine \
                until then.
                """
        ),
        .damaged: Phrase(
            fr: """
                {device} est trop abîmé pour être accepté : {damage}. Rendez-le au donateur ou \
                recyclez-le.
                """,
            en: """
                {device} is too damaged to be accepted: {damage}. Return it to the donor or \
                recycle it.
                """
        ),
        .incomplete: Phrase(
            fr: """
                {device} est incomplet : il manque {missing}. Demandez-le au donateur ou refusez \
                l'appareil.
                """,
            en: """
                {device} is incomplete: {missing} is missing. Ask the donor for it or refuse the \
                device.
                """
        ),
        .hazard: Phrase(
            fr: "{device} est dangereux : {hazard}. Ne l'ouvrez pas, isolez-le en quarantaine.",
            en: "{device} is dangerous: {hazard}. Do not open it, isolate it in quarantine."
        ),
        .classifiedMedia: Phrase(
            fr: """
                {device} a porté des données classifiées ({origin}) : ces supports sont hors du \
                dispositif. Rendez-le au donateur, scellé.
                """,
            en: """
                {device} held classified data ({origin}): such media are outside the scheme. \
                Return it to the donor, sealed.
                """
        ),
        .ownershipDoubt: Phrase(
            fr: """
                On ne sait pas si {device} appartenait au donateur (vol ou location). Demandez \
                la preuve d'achat avant de l'accepter.
                """,
            en: """
                It is not certain that {device} belonged to the donor (theft or lease). Ask for \
                proof of purchase before accepting it.
                """
        ),
        .unitValueOver300: Phrase(
            fr: """
                {device} est déclaré {value} ; un organisme public ne peut donner que jusqu'à \
                {limit} l'unité (CG3P D.3212-3). Il doit le vendre par le Domaine, ou corriger \
                la valeur par une décision.
                """,
            en: """
                {device} is declared at {value}; a public body may give only up to {limit} a \
                unit (CG3P D.3212-3). It must sell it through the State's sales office, or \
                correct the value by a decision.
                """
        ),
        .notAcceptedType: Phrase(
            fr: """
                Le type « {type} » n'est pas accepté ici. Orientez le donateur vers une filière \
                adaptée.
                """,
            en: """
                The type "{type}" is not accepted here. Direct the donor to a suitable scheme.
                """
        ),
        .duplicateDevice: Phrase(
            fr: """
                {device} existe déjà sous {other}, avec la même identité matérielle. Ouvrez \
                celui-là, ou faites trancher le doute.
                """,
            en: """
                {device} already exists as {other}, with the same hardware identity. Open that \
                one, or have the doubt decided.
                """
        ),
        .alreadyImported: Phrase(
            fr: """
                Le fichier {file} a déjà été importé le {imported_on}. Rien n'a changé ; \
                corrigez le fichier s'il devait changer quelque chose.
                """,
            en: """
                The file {file} was already imported on {imported_on}. Nothing changed; correct \
                the file if it should have.
                """
        ),
        .importRefused: Phrase(
            fr:
                "Lignes fausses dans le fichier : {n} ; aucune n'est donc importée. Corrigez-les, ou importez les bonnes avec --keep-going.",
            en:
                "Rows of the file that are wrong: {n}; so none was imported. Correct them, or import the good ones with --keep-going."
        ),
        .unknownImport: Phrase(
            fr: """
                Aucun import {import}. Voyez son numéro dans la liste des imports.
                """,
            en: """
                There is no import {import}. See the list of imports for its number.
                """
        ),
        .importMovedOn: Phrase(
            fr: """
                L'import {import} ne peut plus être annulé en entier, car il s'est passé ceci depuis : {events}. \
                Corrigez les autres un par un.
                """,
            en: """
                Import {import} cannot be undone as a whole, because things have happened since: {events}. \
                Correct the others one by one.
                """
        ),
        .importNotUndoable: Phrase(
            fr: """
                L'import {import} ne s'annule pas en entier. Pourquoi, et que faire : {why}.
                """,
            en: """
                Import {import} cannot be undone as a whole. Why, and what to do: {why}.
                """
        ),
        .auditFoundFaults: Phrase(
            fr:
                "L'audit a trouvé {n} défauts, listés ci-dessus. Laissez la base en l'état, et comparez avec une sauvegarde.",
            en:
                "The audit found {n} faults, listed above. Keep the database as it is, and compare with a backup."
        ),
    ]
}
