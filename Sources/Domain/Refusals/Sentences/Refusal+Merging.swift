extension Refusal.Code {
    /// The sentences of machines that may be one.
    static let mergingSentences: [Refusal.Code: Phrase] = [
        .unknownDoubt: Phrase(
            fr: """
                Aucun doute ne porte le numéro {doubt}. Voyez la liste des doutes.
                """,
            en: """
                No doubt has the number {doubt}. See the list of doubts.
                """
        ),
        .doubtAlreadyDecided: Phrase(
            fr: """
                Le doute {doubt} est déjà tranché : {decision}. Rien n'a changé.
                """,
            en: """
                Doubt {doubt} is already decided: {decision}. Nothing has changed.
                """
        ),
        .mergeWithItself: Phrase(
            fr: """
                {device} n'est qu'une fiche. Nommez-en deux.
                """,
            en: """
                {device} is one record already. Name two.
                """
        ),
        .alreadyMerged: Phrase(
            fr: """
                {device} ou {other} est déjà fondue dans une autre fiche, ou son import a été annulé. Prenez la \
                fiche qui demeure.
                """,
            en: """
                {device} or {other} is merged into another record, or its import was undone. Use the record that \
                stands.
                """
        ),
        .mergeNeedsANewcomer: Phrase(
            fr: """
                {device} en est à « {state} » et a sa propre histoire. Seule une fiche annoncée, reçue ou triée, \
                et jamais sortie, se fond dans une autre : nommez l'autre d'abord, ou terminez l'une des deux à sa \
                façon.
                """,
            en: """
                {device} stands at "{state}" and has a history of its own. Only a record that is announced, \
                received or triaged, and never left, goes into another: name the other one first, or end one of \
                the two in its own way.
                """
        ),
        .mergeOfSurvivor: Phrase(
            fr: """
                D'autres fiches ont été fondues dans {device}. Fondez plutôt {other} en elle, ou séparez-les d'abord.
                """,
            en: """
                Other records were merged into {device}. Merge {other} into it instead, or split them first.
                """
        ),
        .mergeWithDeparted: Phrase(
            fr: """
                {other} est sorti de la maison. Si la même machine est revenue, importez-la sous son nouveau don : \
                elle ouvre un nouveau séjour.
                """,
            en: """
                {other} has left the house. If the same machine is here again, import it under its new \
                donation: it gets a new stay.
                """
        ),
        .mergeWithFlag: Phrase(
            fr: """
                {device} est bloqué. Levez le blocage, ou posez-le aussi sur {other}, puis fusionnez.
                """,
            en: """
                {device} is blocked. Lift the block, or raise it on {other} too, then merge.
                """
        ),
        .mergeOfTwoRegimes: Phrase(
            fr: """
                {device} et {other} sont venus sous des régimes de revente différents. Corrigez le don qui est \
                faux.
                """,
            en: """
                {device} and {other} came under different terms of resale. Correct the donation of the one \
                that is wrong.
                """
        ),
        .mergeNeedsHigherWipe: Phrase(
            fr: """
                Le donateur de {device} demande un effacement plus fort que celui de {other}. Annulez d'abord ses \
                preuves, pour qu'il soit effacé à nouveau.
                """,
            en: """
                The donor of {device} asked for a stronger wipe than {other} has had. Void its proofs first, \
                so that it is wiped again.
                """
        ),
        .mergeLeavesDrive: Phrase(
            fr: """
                {device} contient un disque qui n'a pas été compté dans {other}. Signalez le support trouvé dans \
                {other}, et comptez à nouveau.
                """,
            en: """
                {device} holds a drive that was not counted in {other}. Report the drive found in {other}, \
                and count again.
                """
        ),
        .mergeHasPapers: Phrase(
            fr: """
                Des documents comptent {device} à part. Annulez-les ou remplacez-les d'abord.
                """,
            en: """
                Papers were issued that count {device} on its own. Cancel or replace them first.
                """
        ),
        .notMerged: Phrase(
            fr: """
                {device} n'est fondu dans aucune autre fiche. Rien n'a changé.
                """,
            en: """
                {device} is not merged into another record. Nothing has changed.
                """
        ),
    ]
}
