extension Refusal.Code {
    /// The sentences of grading.
    static let gradingSentences: [Refusal.Code: Phrase] = [
        .inspectionIncomplete: Phrase(
            fr: """
                {device} ne peut pas être classé : tests manquants ({tests}). Faites-les, puis \
                classez.
                """,
            en: "{device} cannot be graded: tests are missing ({tests}). Do them, then grade."
        ),
        .gradeNotSellable: Phrase(
            fr: """
                {device} est classé {grade}, ce qui ne se vend pas. Réparez-le ou orientez-le \
                vers les pièces.
                """,
            en: "{device} has grade {grade}, which is not sold. Repair it or send it to parts."
        ),
        .bannedWords: Phrase(
            fr: """
                Le texte « {text} » emploie des mots interdits pour l'occasion : {words}. \
                Écrivez « produit reconditionné » ou « produit d'occasion ».
                """,
            en: """
                The text "{text}" uses words banned for used goods: {words}. Write "refurbished \
                product" or "used product".
                """
        ),
    ]
}
