extension Refusal.Code {
    /// The sentences of pricing.
    static let pricingSentences: [Refusal.Code: Phrase] = [
        .priceMissing: Phrase(
            fr: """
                La grille {grid} n'a pas de prix pour {type}, classe {grade}, tranche {bracket}. \
                Ajoutez la ligne, ou donnez une autre issue à l'appareil.
                """,
            en: """
                The grid {grid} has no price for {type}, grade {grade}, bracket {bracket}. Add \
                the row, or give the device another way out.
                """
        ),
        .priceOverCap: Phrase(
            fr: """
                {price} dépasse le plafond légal de {cap} pour ce type ({type}). Vendez à {cap} \
                au plus.
                """,
            en: """
                {price} is above the legal cap of {cap} for this type ({type}). Sell for {cap} \
                at most.
                """
        ),
        .priceChanged: Phrase(
            fr: """
                Le prix affiché était {shown}, il est maintenant {current}. Annoncez le nouveau \
                prix, puis recommencez.
                """,
            en: """
                The price shown was {shown}, it is now {current}. Say the new price, then try \
                again.
                """
        ),
        .adjustmentOutOfBounds: Phrase(
            fr: """
                {adjusted} n'est pas permis : l'ajustement va de {lowest} à {price}. Choisissez \
                un prix entre les deux.
                """,
            en: """
                {adjusted} is not allowed: an adjustment goes from {lowest} to {price}. Choose a \
                price between them.
                """
        ),
        .giftNotSale: Phrase(
            fr: "{device} est à zéro : c'est un don, pas une vente. Établissez un bon de don.",
            en: "{device} has price zero: it is a gift, not a sale. Make a gift note."
        ),
        .resaleNotAllowed: Phrase(
            fr: """
                {device} vient d'un organisme public dont les dons ne se revendent pas. \
                Donnez-le avec un bon de don.
                """,
            en: """
                {device} comes from a public body whose gifts may not be resold. Give it with a \
                gift note.
                """
        ),
        .noPrice: Phrase(
            fr: """
                La grille en vigueur n'a pas de prix pour : {kind}, classe {grade}. Faites \
                compléter la grille, ou donnez une autre issue à l'appareil.
                """,
            en: """
                The grid in force has no price for {kind}, grade {grade}. Have the grid \
                completed, or give the device another way out.
                """
        ),
        .capMissing: Phrase(
            fr: """
                {device} vient d'un organisme public, et aucun plafond légal n'est en vigueur \
                pour : {kind}. Faites d'abord publier les plafonds.
                """,
            en: """
                {device} comes from a public body, and no legal cap for {kind} is in force. Have \
                the caps published first.
                """
        ),
        .ruleMissing: Phrase(
            fr: """
                Aucune règle du genre « {rule} » n'est en vigueur le {day}. Faites-en publier \
                une pour ce jour.
                """,
            en:
                "No rule of the kind \"{rule}\" is in force on {day}. Have one published for that day."
        ),
        .ruleAlreadyPublished: Phrase(
            fr: """
                {rule} ne peut pas être publiée à partir du {day} : {other} commence déjà ce \
                jour-là ou porte ce nom. Choisissez un autre jour ou un autre nom.
                """,
            en: """
                {rule} cannot be published from {day}: {other} already begins then or bears that \
                name. Choose another day or another name.
                """
        ),
    ]
}
