extension Refusal.Code {
    /// The sentences of the bench.
    static let benchSentences: [Refusal.Code: Phrase] = [
        .changedMeanwhile: Phrase(
            fr: """
                {device} a changé depuis que vous l'avez lu. Rechargez, puis refaites votre \
                changement.
                """,
            en: """
                {device} has changed since you read it. Reload, then make your change again.
                """
        ),
        .flagNotUp: Phrase(
            fr: """
                {device} n'est pas bloqué pour ce motif : {flag}. Voyez ses blocages sur sa \
                page.
                """,
            en: """
                {device} is not blocked for this: {flag}. See its blocks on its page.
                """
        ),
        .flagAlreadyUp: Phrase(
            fr: """
                {device} est déjà bloqué pour ce motif : {flag}. Levez d'abord ce blocage.
                """,
            en: """
                {device} is already blocked for this: {flag}. Lift that block first.
                """
        ),
        .deviceNotHere: Phrase(
            fr: """
                {device} n'est pas à l'atelier : {from}. Reprenez-le d'abord.
                """,
            en: """
                {device} is not in the workshop: {from}. Take it back first.
                """
        ),
        .notMissing: Phrase(
            fr: """
                {device} n'est pas porté disparu : {from}. Rien n'est à retrouver.
                """,
            en: """
                {device} is not reported missing: {from}. There is nothing to find again.
                """
        ),
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
        .nameTaken: Phrase(
            fr: """
                Le nom « {name} » est déjà pris. Choisissez-en un autre.
                """,
            en: """
                The name "{name}" is taken. Choose another.
                """
        ),
        .lotUnknown: Phrase(
            fr: """
                Le lot « {lot} » n'existe pas. Les plus proches : {nearest} ; sinon, créez-le.
                """,
            en: """
                There is no lot "{lot}". The nearest: {nearest}; otherwise create it.
                """
        ),
        .siteUnknown: Phrase(
            fr: """
                Le site « {site} » n'existe pas. Les plus proches : {nearest} ; sinon, créez-le.
                """,
            en: """
                There is no site "{site}". The nearest: {nearest}; otherwise create it.
                """
        ),
        .countCannotShrink: Phrase(
            fr: """
                {device} a {counted} supports comptés, on ne peut en compter {given}. Pour un \
                support ôté, enregistrez son retrait.
                """,
            en: """
                {device} has {counted} drives counted, and cannot be counted with {given}. For a \
                drive taken out, record its removal.
                """
        ),
        .sameDriveTwice: Phrase(
            fr: """
                Le même support est donné deux fois pour {device}. Vérifiez les numéros de \
                série.
                """,
            en: """
                The same drive is given twice for {device}. Check the serial numbers.
                """
        ),
        .driveNotCounted: Phrase(
            fr: """
                {device} n'a pas de support {drive} parmi ceux comptés. Comptez ses supports, \
                puis recommencez.
                """,
            en: """
                {device} has no drive {drive} among those counted. Count its drives, then try \
                again.
                """
        ),
        .driveKindUnknown: Phrase(
            fr: """
                On ne sait pas ce qu'est le support {drive} de {device}. Comptez à nouveau en \
                disant s'il est {kinds}.
                """,
            en: """
                It is not known what drive {drive} of {device} is. Count again and say whether \
                it is {kinds}.
                """
        ),
        .driveNotSanitized: Phrase(
            fr: """
                Le support de la pièce {component} n'est pas prouvé effacé. Effacez-le ou \
                détruisez-le d'abord.
                """,
            en: """
                The drive that is part {component} is not proven clean. Wipe or destroy it \
                first.
                """
        ),
        .driveNotAwaitingDestruction: Phrase(
            fr: """
                Le support {drive} n'attend pas de destruction. Retirez-le d'abord de son \
                appareil pour le détruire.
                """,
            en: """
                Drive {drive} does not await destruction. First remove it from its device for \
                destruction.
                """
        ),
        .placeNotLocked: Phrase(
            fr: """
                Le support {drive} n'est pas prouvé effacé et {place} n'est pas une zone fermée. \
                Rangez-le dans une zone fermée.
                """,
            en: """
                Drive {drive} is not proven clean and {place} is no locked zone. Put it in a \
                locked zone.
                """
        ),
        .unknownWipe: Phrase(
            fr: """
                Aucun effacement ne porte le numéro {wipe}. Voyez la page de l'appareil.
                """,
            en: """
                No wipe has the number {wipe}. See the device's page.
                """
        ),
        .notInTest: Phrase(
            fr: """
                {device} n'est ni en test ni en remise en état : {from}. Possible ici : {next}.
                """,
            en: """
                {device} is neither in test nor being refurbished: {from}. Possible here: \
                {next}.
                """
        ),
        .unknownTest: Phrase(
            fr: """
                Il n'y a pas de test « {test} » pour ce type ({kind}). Les plus proches : \
                {nearest}.
                """,
            en: """
                There is no test "{test}" for this kind ({kind}). The nearest: {nearest}.
                """
        ),
        .unknownComponent: Phrase(
            fr: """
                Aucune pièce ne porte le numéro {component}. Voyez la page de l'appareil ou \
                l'étagère des pièces.
                """,
            en: """
                No part has the number {component}. See the device's page or the parts shelf.
                """
        ),
        .componentGone: Phrase(
            fr: """
                La pièce {component} n'est plus là. Choisissez-en une autre.
                """,
            en: """
                Part {component} is gone. Choose another.
                """
        ),
        .componentNotReachable: Phrase(
            fr: """
                La pièce {component} est dans {device}, qui n'est pas ouvert. Mettez-le en \
                remise en état ou aux pièces d'abord.
                """,
            en: """
                Part {component} is in {device}, which is not open. First refurbish it or set it \
                for parts.
                """
        ),
        .notBeingRefurbished: Phrase(
            fr: """
                {device} n'est pas en remise en état. Mettez-le d'abord en remise en état.
                """,
            en: """
                {device} is not being refurbished. First send it to refurbishing.
                """
        ),
        .notForParts: Phrase(
            fr: """
                {device} n'est pas destiné aux pièces : {from}. Possible ici : {next}.
                """,
            en: """
                {device} is not set for parts: {from}. Possible here: {next}.
                """
        ),
        .partsCannotBeNegative: Phrase(
            fr: """
                Il reste {on_hand} « {part} », on en demande {asked}. Recomptez, ou prenez-en \
                moins.
                """,
            en: """
                There are {on_hand} of "{part}" left and {asked} are asked for. Count again, or \
                take fewer.
                """
        ),
        .unknownPart: Phrase(
            fr: """
                Il n'y a pas de pièce comptée « {part} ». Les plus proches : {nearest} ; sinon, \
                comptez-la d'abord.
                """,
            en: """
                There is no counted part "{part}". The nearest: {nearest}; otherwise count it \
                first.
                """
        ),
        .shipmentNotShipped: Phrase(
            fr: """
                L'enlèvement {shipment} n'a pas encore de bordereau. Enregistrez d'abord son \
                départ.
                """,
            en: """
                Shipment {shipment} has no slip yet. First record that it left.
                """
        ),
        .shipmentAlreadyShipped: Phrase(
            fr: """
                L'enlèvement {shipment} est déjà parti, bordereau {slip}. Préparez-en un autre.
                """,
            en: """
                Shipment {shipment} has already left, slip {slip}. Prepare another.
                """
        ),
    ]
}
