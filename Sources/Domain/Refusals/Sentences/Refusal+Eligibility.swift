extension Refusal.Code {
    /// The sentences of eligibility.
    static let eligibilitySentences: [Refusal.Code: Phrase] = [
        .incomeAboveCeiling: Phrase(
            fr: """
                Le quotient {quotient} atteint le plafond de {ceiling} (grille {grid}). Le foyer \
                peut faire appel ou montrer un autre statut.
                """,
            en: """
                The quotient {quotient} reaches the ceiling of {ceiling} (table {grid}). The \
                household may appeal or show another status.
                """
        ),
        .proofMissing: Phrase(
            fr: """
                Il manque un justificatif : {proof}. Demandez-le à la personne, le dossier reste \
                ouvert.
                """,
            en: "A proof is missing: {proof}. Ask the person for it, the application stays open."
        ),
        .proofExpired: Phrase(
            fr: """
                Le justificatif « {proof} » du {issued_on} n'est valable que jusqu'au \
                {last_day}. Demandez-en un plus récent.
                """,
            en: """
                The proof "{proof}" of {issued_on} was valid until {last_day} only. Ask for a \
                more recent one.
                """
        ),
        .proofIllegible: Phrase(
            fr: "Le justificatif « {proof} » ne se lit pas. Demandez une copie lisible.",
            en: """
                The proof "{proof}" cannot be read. Ask for a legible copy.
                """
        ),
        .outOfArea: Phrase(
            fr: """
                L'adresse ({area}) est hors du territoire. Orientez la personne vers le service \
                de sa commune.
                """,
            en: """
                The address ({area}) is outside the area. Direct the person to the service of \
                their own town.
                """
        ),
        .householdLimit: Phrase(
            fr: """
                Le foyer a déjà eu {quota} {kind} en 24 mois. Un nouveau sera possible le \
                {free_on}.
                """,
            en: """
                The household already had {quota} {kind} within 24 months. Another becomes \
                possible on {free_on}.
                """
        ),
        .identityMismatch: Phrase(
            fr: "Les noms diffèrent entre {first} et {second}. Vérifiez la pièce d'identité.",
            en: "The names differ between {first} and {second}. Check the identity document."
        ),
        .duplicateApplication: Phrase(
            fr: "Une demande du même foyer est déjà ouverte : {application}. Continuez celle-là.",
            en: """
                An application of the same household is already open: {application}. Continue \
                that one.
                """
        ),
        .priorResale: Phrase(
            fr: """
                Une revente d'un appareil remis au foyer a été constatée ({sale}). Un décideur \
                peut lever ce refus en appel.
                """,
            en: """
                A resale of a device handed to this household was found ({sale}). An approver \
                may lift this refusal on appeal.
                """
        ),
        .withdrawn: Phrase(
            fr: """
                La demande {application} a été retirée par la personne. Ouvrez-en une nouvelle \
                si elle revient.
                """,
            en: """
                Application {application} was withdrawn by the person. Open a new one if they \
                come back.
                """
        ),
        .outOfStock: Phrase(
            fr: """
                Aucun appareil de ce genre ({kind}) n'est en stock. Inscrivez le foyer sur la \
                liste d'attente.
                """,
            en: """
                No device of this kind ({kind}) is in stock. Put the household on the waiting \
                list.
                """
        ),
        .applicationClosed: Phrase(
            fr: """
                La demande {application} est « {status} » et ne change plus. Ouvrez un appel ou \
                une nouvelle demande.
                """,
            en: """
                Application {application} is "{status}" and no longer changes. Open an appeal or \
                a new application.
                """
        ),
        .overrideTooLarge: Phrase(
            fr: """
                De {from} à {to}, l'écart dépasse {limit} tranches. Choisissez une tranche plus \
                proche.
                """,
            en: "From {from} to {to} is more than {limit} brackets. Choose a nearer bracket."
        ),
        .overrideNotBetter: Phrase(
            fr: """
                {to} n'est pas plus favorable que {from}. Une dérogation descend d'une tranche au \
                moins et de {limit} au plus : choisissez-en une telle.
                """,
            en: """
                {to} is no better than {from}. An override goes down by one bracket at least and \
                {limit} at most: choose such a one.
                """
        ),
        .voucherMissing: Phrase(
            fr: """
                {device} ne se vend qu'avec un bon valable. Scannez le bon, ou orientez la \
                personne vers le service social.
                """,
            en: """
                {device} is sold only with a valid voucher. Scan the voucher, or direct the \
                person to the social service.
                """
        ),
        .voucherUnknown: Phrase(
            fr: """
                Aucun bon ne porte le code {voucher}. Vérifiez le code, ou orientez la personne \
                vers le service social.
                """,
            en: """
                No voucher bears the code {voucher}. Check the code, or direct the person to the \
                social service.
                """
        ),
        .voucherNotYetValid: Phrase(
            fr: "Le bon {voucher} vaut à partir du {first_day}. Revenez ce jour-là.",
            en: "Voucher {voucher} is valid from {first_day}. Come back on that day."
        ),
        .voucherExpired: Phrase(
            fr: """
                Le bon {voucher} valait jusqu'au {last_day}. Le service social peut le \
                renouveler.
                """,
            en: "Voucher {voucher} was valid until {last_day}. The social service can renew it."
        ),
        .voucherRevoked: Phrase(
            fr: "Le bon {voucher} a été retiré. Orientez la personne vers le service social.",
            en: "Voucher {voucher} was revoked. Direct the person to the social service."
        ),
        .voucherAlreadyRenewed: Phrase(
            fr: """
                Le bon {voucher} a déjà été renouvelé une fois. Une nouvelle demande est \
                nécessaire.
                """,
            en: "Voucher {voucher} was already renewed once. A new application is needed."
        ),
        .kindNotAllowed: Phrase(
            fr: "Le bon {voucher} ne couvre pas : {kind}. Il couvre : {allowed}.",
            en: "Voucher {voucher} does not cover: {kind}. It covers: {allowed}."
        ),
        .quotaReached: Phrase(
            fr: """
                Le bon {voucher} a déjà servi, plus rien ne reste pour : {kind}. Choisissez un \
                autre genre d'appareil.
                """,
            en: """
                Voucher {voucher} was already used, nothing is left of: {kind}. Choose another \
                kind of device.
                """
        ),
        .nothingToDecide: Phrase(
            fr: """
                La demande {application} n'a encore aucun élément de ressources. Saisissez \
                d'abord un quotient ou un statut.
                """,
            en: """
                Application {application} has no evidence of means yet. Enter a quotient or a \
                status first.
                """
        ),
        .incomeAboveLimit: Phrase(
            fr: """
                Un revenu de {income} par an pour {persons} personnes n'est pas sous la limite \
                de {limit} (table {table}). Le foyer peut faire appel ou montrer un autre \
                statut.
                """,
            en: """
                An income of {income} a year for {persons} persons is not below the limit of \
                {limit} (table {table}). The household may appeal or show another status.
                """
        ),
        .appealTooLate: Phrase(
            fr: """
                Le recours sur la demande {application} n'était possible que jusqu'au \
                {last_day}. Saisissez une nouvelle demande.
                """,
            en: """
                An appeal on application {application} was possible until {last_day} only. \
                Enter a new application.
                """
        ),
        .unknownHousehold: Phrase(
            fr: "Le foyer {household} n'existe pas. Vérifiez le numéro sur la demande.",
            en: """
                Household {household} does not exist. Check the number on the application.
                """
        ),
        .adultNotInHousehold: Phrase(
            fr: """
                Cet adulte ne vit pas au foyer {household}. Vérifiez le nom et la date de \
                naissance.
                """,
            en: """
                This adult does not live in household {household}. Check the name and the date \
                of birth.
                """
        ),
        .householdNeedsAdult: Phrase(
            fr: """
                Le foyer {household} n'aurait plus d'adulte. Ajoutez d'abord l'adulte qui \
                reste.
                """,
            en: """
                Household {household} would have no adult left. First add the adult who stays.
                """
        ),
        .householdMiscounted: Phrase(
            fr: """
                Le foyer compte {persons} personne(s) : {adults} adultes et {children} enfants n'y \
                tiennent pas. Nommez au moins un adulte, et corrigez les nombres.
                """,
            en: """
                The household has {persons} person(s): {adults} adults and {children} children do \
                not fit in it. Name one adult at least, and correct the numbers.
                """
        ),
        .severalQuotients: Phrase(
            fr: """
                Les ressources sont dites de plusieurs façons : {given}. Gardez-en une, et videz \
                les autres cases.
                """,
            en: "The means are said in several ways: {given}. Keep one, and empty the other boxes."
        ),
        .applicationNotApproved: Phrase(
            fr: """
                La demande {application} est « {status} », pas acceptée. Décidez-en d'abord.
                """,
            en: """
                Application {application} is “{status}”, not approved. Decide on it first.
                """
        ),
        .waitingAlready: Phrase(
            fr: """
                La demande {application} attend déjà ({kind}). Consultez la liste d'attente.
                """,
            en: """
                Application {application} is waiting already ({kind}). See the waiting list.
                """
        ),
        .notWaiting: Phrase(
            fr: """
                La demande {application} n'attend pas ({kind}). Consultez la liste d'attente.
                """,
            en: """
                Application {application} is not waiting ({kind}). See the waiting list.
                """
        ),
        .notDecidedYet: Phrase(
            fr: "Rien n'est décidé de la demande {application}. Décidez-en d'abord.",
            en: "Nothing is decided of application {application}. Decide on it first."
        ),
        .stateQuotientMissing: Phrase(
            fr: """
                L'interface de l'État ne donne pas de quotient : {reason}. Demandez l'attestation au \
                foyer.
                """,
            en: """
                The State's interface gives no quotient: {reason}. Ask the household for the \
                certificate.
                """
        ),
    ]
}
