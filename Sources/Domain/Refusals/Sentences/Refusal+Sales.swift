extension Refusal.Code {
    /// The sentences of sales.
    static let salesSentences: [Refusal.Code: Phrase] = [
        .deviceAlreadySold: Phrase(
            fr: "{device} est déjà vendu ({sale}). Choisissez un autre appareil.",
            en: "{device} is already sold ({sale}). Choose another device."
        ),
        .reservationExpired: Phrase(
            fr: """
                La réservation de {device} valait jusqu'au {last_day}. Réservez-le à nouveau \
                s'il est en stock.
                """,
            en: """
                The reservation of {device} was valid until {last_day}. Reserve it again if it \
                is in stock.
                """
        ),
        .paymentIncomplete: Phrase(
            fr: """
                Le total est {total}, {paid} sont payés : il manque {missing}. Complétez le \
                paiement.
                """,
            en: """
                The total is {total}, {paid} is paid: {missing} is missing. Complete the \
                payment.
                """
        ),
        .paymentTooHigh: Phrase(
            fr: """
                Le total est {total}, {paid} sont payés ; on ne rend la monnaie que sur les \
                espèces ({cash}). Diminuez l'autre paiement.
                """,
            en: """
                The total is {total}, {paid} is paid; change is given on cash only ({cash}). \
                Lower the other payment.
                """
        ),
        .paymentNotPositive: Phrase(
            fr: """
                Un paiement de {amount} ({method}) n'en est pas un. Saisissez un montant \
                au-dessus de zéro.
                """,
            en: "A payment of {amount} ({method}) is none. Enter an amount above zero."
        ),
        .tenderedNotCash: Phrase(
            fr: """
                {tendered} sont notés comme reçus en espèces sur un paiement de {amount} \
                ({method}). Videz « Reçu en espèces », ou choisissez les espèces.
                """,
            en: """
                {tendered} is noted as cash put down for a payment of {amount} ({method}). \
                Empty "Cash put down", or choose cash.
                """
        ),
        .tenderedTooLittle: Phrase(
            fr: """
                {tendered} reçus en espèces ne couvrent pas le paiement de {amount}. Diminuez le \
                montant, ou notez ce qui a vraiment été reçu.
                """,
            en: """
                {tendered} put down in cash does not cover the payment of {amount}. Lower the \
                amount, or note what was really put down.
                """
        ),
        .cashLimitExceeded: Phrase(
            fr: """
                {cash} en espèces dépassent la limite de {limit} pour un particulier. Faites \
                payer le reste autrement.
                """,
            en: """
                {cash} in cash is above the limit of {limit} for a consumer. Take the rest by \
                another method.
                """
        ),
        .tooManyInstalments: Phrase(
            fr: "{count} échéances demandées, {limit} au plus. Diminuez leur nombre.",
            en: "{count} instalments requested, {limit} at most. Ask for fewer."
        ),
        .tooFewInstalments: Phrase(
            fr: """
                {count} ne fait pas un paiement échelonné : il compte de 2 à {limit} échéances. \
                Pour un seul paiement, ne donnez pas d'échéances.
                """,
            en: """
                {count} makes no plan of instalments: it has from 2 to {limit}. For a single \
                payment, leave the instalments out.
                """
        ),
        .methodBringsNoMoney: Phrase(
            fr: """
                « {method} » n'apporte pas d'argent. Choisissez parmi : {methods} ; pour payer en \
                plusieurs fois, donnez le nombre d'échéances (instalments).
                """,
            en: """
                "{method}" brings no money. Choose among: {methods}; to pay in several times, \
                give the number of instalments (instalments).
                """
        ),
        .firstPaymentMissing: Phrase(
            fr: """
                Une vente en {count} fois commence par un premier paiement, et aucun n'est là. \
                Encaissez-le avec la vente.
                """,
            en: """
                A sale in {count} payments begins with the first of them, and none is there. Take \
                it with the sale.
                """
        ),
        .lastInstalmentSettles: Phrase(
            fr: """
                La vente {sale} se paie en {count} fois et ce paiement est le dernier : il \
                manquerait {missing}. Encaissez tout ce qui reste.
                """,
            en: """
                Sale {sale} is paid in {count} payments and this one is the last: {missing} would \
                be missing. Take all that is left.
                """
        ),
        .withdrawalRefundsAll: Phrase(
            fr: """
                Une rétractation rend tout ce qui a été payé pour {device}, {paid}, et non \
                {refund}. Remboursez cette somme, ou n'en donnez pas.
                """,
            en: """
                A withdrawal gives back all that was paid for {device}, {paid}, not {refund}. \
                Refund that much, or name no amount.
                """
        ),
        .saleEnded: Phrase(
            fr: """
                La vente {sale} de {device} a pris fin : l'appareil est revenu. Il n'y a plus de \
                garantie à ouvrir ; vérifiez le numéro de la vente.
                """,
            en: """
                Sale {sale} of {device} has ended: the device came back. There is no guarantee to \
                call on any more; check the number of the sale.
                """
        ),
        .tillNotOpenYet: Phrase(
            fr: """
                La caisse n'existait pas encore le {last_day} : elle a ouvert le {first_day}. \
                Choisissez une période qui finit ce jour-là ou plus tard.
                """,
            en: """
                There was no till yet on {last_day}: it opened on {first_day}. Choose a period \
                that ends on that day or later.
                """
        ),
        .returnTooLate: Phrase(
            fr: """
                Le délai de retour de {device} finissait le {last_day}. La garantie légale de \
                conformité reste ouverte.
                """,
            en: """
                The return period of {device} ended on {last_day}. The legal guarantee of \
                conformity remains open.
                """
        ),
        .warrantyEnded: Phrase(
            fr: """
                La garantie légale de {device} finissait le {last_day}. Proposez une réparation \
                payante ou la reprise.
                """,
            en: """
                The legal guarantee of {device} ended on {last_day}. Offer a paid repair or take \
                the device back.
                """
        ),
        .deviceNotOnOffer: Phrase(
            fr: "{device} n'est pas en rayon, il est : {state}. Choisissez un appareil proposé.",
            en: "{device} is not on the shelf, it is: {state}. Choose a device that is offered."
        ),
        .reservedForAnother: Phrase(
            fr: """
                {device} est réservé pour un autre bon jusqu'au {last_day}. Choisissez un autre \
                appareil.
                """,
            en: "{device} is reserved for another voucher until {last_day}. Choose another device."
        ),
        .nothingToTakeBack: Phrase(
            fr: """
                {device} n'est ni vendu, ni donné, ni confié de cette façon, et ne peut donc pas \
                revenir. Regardez où il en est.
                """,
            en: """
                {device} is neither sold, given nor placed in this way, so it cannot come back. \
                Look where it stands.
                """
        ),
        .refundOverPrice: Phrase(
            fr: """
                {refund} ne peut pas être remboursé pour {device} : {paid} a été payé. \
                Remboursez cette somme au plus.
                """,
            en:
                "{refund} cannot be refunded for {device}: {paid} was paid. Refund that much at most."
        ),
        .unknownWarrantyCase: Phrase(
            fr:
                "Aucun dossier de garantie ne répond à « {case} ». Vérifiez son numéro sur la vente.",
            en: "No warranty case answers to \"{case}\". Check its number on the sale."
        ),
        .warrantyCaseClosed: Phrase(
            fr: "Le dossier de garantie {case} est clos depuis le {day}. Ouvrez-en un nouveau.",
            en: "Warranty case {case} is closed since {day}. Open a new one."
        ),
        .dayClosed: Phrase(
            fr: "La caisse est close pour le {day}. Vendez ou remboursez le prochain jour ouvert.",
            en: "The till is closed for {day}. Sell or refund on the next open day."
        ),
        .periodNotOver: Phrase(
            fr: "La période ({period}) dure jusqu'au {last_day}. Clôturez-la ce jour-là ou après.",
            en: "The {period} lasts until {last_day}. Close it on that day or later."
        ),
        .periodAlreadyClosed: Phrase(
            fr: """
                La période ({period}) est déjà close jusqu'au {last_day}. Choisissez-en une plus \
                tardive.
                """,
            en: "The {period} is closed until {last_day} already. Choose a later one."
        ),
    ]
}
