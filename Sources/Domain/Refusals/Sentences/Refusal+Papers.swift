extension Refusal.Code {
    /// The sentences of further papers.
    static let papersSentences: [Refusal.Code: Phrase] = [
        .paperOfAnotherCountry: Phrase(
            fr: """
                « {document} » n'est pas un papier du pays de l'organisme ({country}). Émettez \
                plutôt : {instead}.
                """,
            en: """
                “{document}” is not a paper of the organisation's country ({country}). Issue \
                this instead: {instead}.
                """
        ),
        .notOfPublicBenefit: Phrase(
            fr: """
                {issuer} n'est pas reconnue d'utilité publique et ne peut attester d'un don pour \
                la TVA. Enregistrez le décret s'il existe.
                """,
            en: """
                {issuer} is not recognised as being of public benefit and cannot certify a gift \
                for VAT. Write down the decree if there is one.
                """
        ),
        .nothingToState: Phrase(
            fr: """
                Il n'y a rien à dire de {subject} : aucun reçu en vigueur, ou rien qui compte. \
                Émettez d'abord les reçus.
                """,
            en: """
                There is nothing to say of {subject}: no receipt that stands, or nothing that \
                counts. Issue the receipts first.
                """
        ),
        .registerClosed: Phrase(
            fr: """
                Le registre de {year} est clos : rien ne peut plus y entrer. Les objets \
                d'aujourd'hui entrent dans celui de l'année.
                """,
            en: """
                The register of {year} is closed: nothing enters it any more. Today's goods \
                enter that of the year.
                """
        ),
        .nothingDue: Phrase(
            fr: """
                La vente {sale} n'a plus rien à payer par échéances. Vérifiez le numéro du \
                ticket.
                """,
            en: """
                The sale {sale} has nothing left to be paid by instalments. Check the number of \
                the slip.
                """
        ),
        .nothingRefunded: Phrase(
            fr: """
                Le retour {return} n'a donné lieu à aucun remboursement. Il n'y a pas d'avoir à \
                émettre.
                """,
            en: """
                The return {return} brought no refund. There is no credit note to issue.
                """
        ),
        .invoiceMissing: Phrase(
            fr: """
                La vente {sale} n'a pas de ticket ni de facture en vigueur. Émettez-le d'abord : \
                l'avoir le nomme.
                """,
            en: """
                The sale {sale} has no slip or invoice that stands. Issue it first: the credit \
                note names it.
                """
        ),
        .creditNoteStands: Phrase(
            fr: """
                L'avoir {note} nomme {document}, qui doit donc rester. Annulez d'abord l'avoir.
                """,
            en: """
                The credit note {note} names {document}, which therefore has to stay. Cancel the \
                credit note first.
                """
        ),
        .unknownClosing: Phrase(
            fr: """
                Aucune clôture ne répond à « {closing} ». Clôturez d'abord la période.
                """,
            en: """
                No closing answers to “{closing}”. Close the period first.
                """
        ),
        .unknownPlacement: Phrase(
            fr: """
                Aucune mise à disposition ne répond à « {placement} ». Vérifiez son numéro.
                """,
            en: """
                No placement answers to “{placement}”. Check its number.
                """
        ),
        .unknownReturn: Phrase(
            fr: """
                Aucun retour ne répond à « {return} ». Vérifiez son numéro.
                """,
            en: """
                No return answers to “{return}”. Check its number.
                """
        ),
        .shipmentEmpty: Phrase(
            fr: """
                L'enlèvement {shipment} ne contient rien encore. Remettez-lui des appareils ou \
                des supports.
                """,
            en: """
                The shipment {shipment} holds nothing yet. Hand devices or drives over to it.
                """
        ),
        .wasteCodeMissing: Phrase(
            fr: """
                La filière « {route} » est dangereuse et demande un code déchet. Donnez-le, par \
                exemple 16 02 13*.
                """,
            en: """
                The route “{route}” is hazardous and asks for a waste code. Give it, for \
                instance 16 02 13*.
                """
        ),
        .wasteCodeNotForKind: Phrase(
            fr: """
                {type} part sous un code déchet dangereux (étoilé), pas sous {waste_code}. \
                Préparez un autre enlèvement.
                """,
            en: """
                {type} leaves under a hazardous waste code (with a star), not under \
                {waste_code}. Prepare another shipment.
                """
        ),
        .wasteCodeNotHazardous: Phrase(
            fr: """
                La filière « {route} » demande un code étoilé, par exemple 16 02 13*, et \
                {waste_code} n'en est pas un. Corrigez le code ou la filière.
                """,
            en: """
                The route “{route}” asks for a code with a star, for instance 16 02 13*, and \
                {waste_code} has none. Correct the code or the route.
                """
        ),
        .giftAidMissing: Phrase(
            fr: """
                {donor} n'a pas de déclaration Retail Gift Aid en vigueur. Enregistrez-la \
                d'abord ; les entreprises n'y ont pas droit.
                """,
            en: """
                {donor} has no Retail Gift Aid declaration in force. Write it down first; \
                companies have no right to it.
                """
        ),
        .wipeToBeChecked: Phrase(
            fr: """
                L'effacement de {device} appartient à un lot dont un contrôle a échoué. Une autre \
                personne le contrôle : le blocage tombe alors de lui-même.
                """,
            en: """
                The wipe of {device} belongs to a lot in which a check failed. Another person \
                checks it: then the block falls by itself.
                """
        ),
        .countDiffers: Phrase(
            fr: """
                Supports attendus : {expected}, vus : {seen}. Manquent : {missing}. En trop : \
                {unexpected}. Recomptez, ou écrivez une note sur la différence.
                """,
            en: """
                Drives expected: {expected}, seen: {seen}. Missing: {missing}. Not expected: \
                {unexpected}. Count again, or write a note on the difference.
                """
        ),
        .mailOpposed: Phrase(
            fr: """
                {donor} ne veut pas recevoir de courriel. Envoyez le papier par la poste.
                """,
            en: """
                {donor} does not want mail. Send the paper by post.
                """
        ),
        .mailAddressMissing: Phrase(
            fr: """
                {donor} n'a pas d'adresse de courriel. Notez-la, ou envoyez le papier par la \
                poste.
                """,
            en: """
                {donor} has no mail address. Write it down, or send the paper by post.
                """
        ),
    ]
}
