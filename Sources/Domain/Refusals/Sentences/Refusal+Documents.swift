extension Refusal.Code {
    /// The sentences of donors and documents.
    static let documentsSentences: [Refusal.Code: Phrase] = [
        .noTaxRight: Phrase(
            fr: """
                Ce donateur ({donor_kind}) n'ouvre pas droit à un reçu fiscal. Établissez \
                plutôt : {instead}.
                """,
            en: """
                This donor ({donor_kind}) has no right to a tax receipt. Issue instead: \
                {instead}.
                """
        ),
        .zeroValue: Phrase(
            fr: """
                Le don {donation} vaut zéro : pas de reçu fiscal. Proposez une attestation de \
                don.
                """,
            en: """
                Donation {donation} is worth zero: no tax receipt. Offer a certificate of \
                donation.
                """
        ),
        .valuationMissing: Phrase(
            fr: """
                La valeur du don {donation} n'a pas été donnée par écrit par le donateur. \
                Demandez sa lettre (valeur, date, signataire).
                """,
            en: """
                The value of donation {donation} was not given by the donor in writing. Ask for \
                the letter (value, date, signer).
                """
        ),
        .valuationByReview: Phrase(
            fr: """
                Le don {donation} vient d'un particulier : sa valeur se relève ligne par ligne \
                (lines), avec l'estimation, l'année et l'état de chacune. Donnez ces lignes.
                """,
            en: """
                Donation {donation} is an individual's: its value is reviewed line by line \
                (lines), with the estimate, the year and the condition of each. Give these lines.
                """
        ),
        .declaredValueMissing: Phrase(
            fr: """
                « {goods} » vient d'un organisme public sans valeur unitaire déclarée. \
                Demandez-la-lui par écrit, et corrigez la ligne.
                """,
            en: """
                "{goods}" comes from a public body without a declared value of one. Ask it for \
                that in writing, and correct the line.
                """
        ),
        .counterpartTooHigh: Phrase(
            fr: """
                Le don {donation} a une contrepartie de {counterpart}, plus du quart de sa valeur \
                ({limit}) : pas de reçu fiscal. Proposez une attestation de don.
                """,
            en: """
                Donation {donation} has a counterpart of {counterpart}, more than a quarter of its \
                value ({limit}): no tax receipt. Offer a certificate of donation.
                """
        ),
        .deedMissing: Phrase(
            fr: """
                Le don {donation} est déjà là : une valeur ne s'y corrige que par une décision. \
                Donnez sa référence et sa date (deed_reference, deed_date).
                """,
            en: """
                Donation {donation} is here already: a value is corrected only by a decision. Give \
                its reference and its date (deed_reference, deed_date).
                """
        ),
        .valuationBasisNotAllowed: Phrase(
            fr: """
                La base « {basis} » ne convient pas à ce donateur ({donor_kind}). Choisissez \
                parmi : {allowed}.
                """,
            en: """
                The basis "{basis}" does not suit this donor ({donor_kind}). Choose among: \
                {allowed}.
                """
        ),
        .valuationRaisedWithoutReason: Phrase(
            fr: """
                {value} dépasse la proposition de {proposed} sans motif. Écrivez pourquoi, ou \
                gardez la proposition.
                """,
            en: """
                {value} is above the proposal of {proposed} without a reason. Say why, or keep \
                the proposal.
                """
        ),
        .issuerNotAuthorised: Phrase(
            fr: """
                {issuer} n'est pas habilité à émettre des reçus fiscaux. Renseignez \
                l'habilitation (auto-évaluation ou rescrit).
                """,
            en: """
                {issuer} is not authorised to issue tax receipts. Record the authorisation \
                (self-assessment or ruling).
                """
        ),
        .goodsNotEligible: Phrase(
            fr: """
                Ce pays ({country}) n'accorde pas de reçu fiscal pour des biens. Proposez un \
                remerciement sans valeur fiscale.
                """,
            en: """
                This country ({country}) grants no tax receipt for goods. Offer a letter of \
                thanks without tax value.
                """
        ),
        .addressIncomplete: Phrase(
            fr: """
                L'adresse de {donor} est incomplète : il manque {missing}. Complétez-la avant \
                d'émettre.
                """,
            en: """
                The address of {donor} is incomplete: {missing} is missing. Complete it before \
                issuing.
                """
        ),
        .identityIncomplete: Phrase(
            fr: """
                L'identité de {donor} est incomplète : il manque {missing}. Complétez-la avant \
                d'émettre.
                """,
            en: """
                The identity of {donor} is incomplete: {missing} is missing. Complete it before \
                issuing.
                """
        ),
        .nothingAccepted: Phrase(
            fr: """
                Aucun article du don {donation} n'a été accepté. Acceptez-en au tri avant \
                d'émettre un document.
                """,
            en: """
                No item of donation {donation} was accepted. Accept some at triage before \
                issuing a document.
                """
        ),
        .documentCancelled: Phrase(
            fr: "Le document {document} est annulé et ne change plus. Émettez son remplaçant.",
            en: "Document {document} is cancelled and no longer changes. Issue its replacement."
        ),
        .documentAlreadyIssued: Phrase(
            fr: """
                Le document existe déjà : {document}. Annulez-le d'abord, ou imprimez un \
                duplicata.
                """,
            en: """
                This already has its document, {document}. Cancel that one first, or print a \
                duplicate.
                """
        ),
        .backDated: Phrase(
            fr: "Le {day} est une date impossible ici : {rule}. Corrigez la date.",
            en: "{day} is not a possible date here: {rule}. Correct the date."
        ),
        .documentNotCancelled: Phrase(
            fr: """
                Le document {document} est toujours valable. Annulez-le avant de le remplacer.
                """,
            en: """
                Document {document} still stands. Cancel it before something replaces it.
                """
        ),
        .documentNotForDonor: Phrase(
            fr: """
                Un donateur de ce genre ({donor_kind}) ne reçoit pas ce document ({document}). \
                Émettez plutôt : {instead}.
                """,
            en: """
                A donor of this kind ({donor_kind}) gets no {document}. Issue instead: {instead}.
                """
        ),
        .donationNotInStatus: Phrase(
            fr: """
                Le don {donation} est {status} ; cela ne se fait que lorsqu'il est {needed}. \
                Amenez-le d'abord à cet état, ou corrigez-le.
                """,
            en: """
                Donation {donation} is {status}; this can only be done while it is {needed}. Bring \
                it there first, or correct it.
                """
        ),
        .donationLineUnknown: Phrase(
            fr: """
                Le don {donation} n'a pas de ligne {line}. Vérifiez ses lignes, ou donnez le \
                matériel sur une nouvelle ligne.
                """,
            en: """
                Donation {donation} has no line {line}. Check its lines, or give the goods as a \
                new line.
                """
        ),
        .donationCountsDiffer: Phrase(
            fr: """
                À la ligne {line}, {accepted} acceptés et {refused} refusés ne font pas {received} \
                reçus. Recomptez.
                """,
            en: """
                On line {line}, {accepted} accepted and {refused} refused do not fit {received} \
                received. Count again.
                """
        ),
        .donorKindsDiffer: Phrase(
            fr: """
                {donor} et {into} sont des donateurs de deux genres et ne peuvent être le même. \
                Corrigez d'abord le genre, s'il est faux.
                """,
            en: """
                {donor} and {into} are donors of two kinds and cannot be one. Correct the kind \
                first, if it is wrong.
                """
        ),
        .donorAlreadyKnown: Phrase(
            fr: """
                Un donateur de SIREN {siren} est déjà connu. Utilisez-le, ou fusionnez les deux.
                """,
            en: """
                A donor with the SIREN {siren} is already known. Use it, or merge the two.
                """
        ),
        .donorHasGiven: Phrase(
            fr: """
                {donor} a donné {donations} fois comme ce qu'il est ({donor_kind}), et ses papiers \
                le disent. Enregistrez un autre donateur du bon genre.
                """,
            en: """
                {donor} has given {donations} times as what it is ({donor_kind}), and its papers \
                say so. Write down another donor of the right kind.
                """
        ),
        .giftValueMissing: Phrase(
            fr: """
                La grille de valeur des dons n'a rien pour {type}, année {year}, état {grade}. \
                Ajoutez la ligne à la grille en vigueur.
                """,
            en: """
                The grid of gifts' values has nothing for {type}, made in {year}, grade {grade}. \
                Add the row to the grid in force.
                """
        ),
        .nothingErased: Phrase(
            fr: """
                Aucun support de {subject} n'a été effacé ici. Effacez-en un, ou n'émettez pas de \
                certificat.
                """,
            en: """
                No drive of {subject} was erased here. Wipe one, or issue no certificate.
                """
        ),
        .erasureRefused: Phrase(
            fr: """
                Les données de {subject} sont gardées par la loi ({duty}) jusqu'au {last_day}. \
                Le reste a été effacé.
                """,
            en: """
                The data of {subject} are kept by law ({duty}) until {last_day}. The rest was \
                erased.
                """
        ),
    ]
}
