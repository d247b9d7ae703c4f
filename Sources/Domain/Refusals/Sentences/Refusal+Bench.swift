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
        .siteMissing: Phrase(
            fr: """
                Un lieu est dans un site ou dans un autre lieu : dites lequel. Les sites : {sites} ; \
                sinon, créez-en un.
                """,
            en: """
                A place is in a site or in another place: say which. The sites: {sites}; otherwise \
                create one.
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
        .placeRetired: Phrase(
            fr: "Le lieu « {place} » a été retiré. Choisissez-en un autre.",
            en: "The place \"{place}\" was retired. Choose another."
        ),
        .placeWithinItself: Phrase(
            fr: """
                « {place} » ne peut pas aller dans « {within} », qui en fait partie. Choisissez un lieu ailleurs.
                """,
            en: """
                "{place}" cannot go into "{within}", which is part of it. Choose a place elsewhere.
                """
        ),
        .placeNotEmpty: Phrase(
            fr: """
                Il reste dans « {place} » : appareils {devices}, supports à effacer {drives}, lieux {places}. \
                Mettez-les d'abord ailleurs.
                """,
            en: """
                Still in "{place}": devices {devices}, drives to be wiped {drives}, places {places}. \
                Put them elsewhere first.
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
                {place} n'est pas une zone fermée, et un support qui n'est pas prouvé effacé ne se range que là. \
                Choisissez une zone fermée.
                """,
            en: """
                {place} is no locked zone, and drives that are not proven clean rest only in these. \
                Choose a locked zone.
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
