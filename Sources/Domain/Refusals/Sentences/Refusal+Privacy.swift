extension Refusal.Code {
    /// The sentences of privacy.
    static let privacySentences: [Refusal.Code: Phrase] = [
        .heldByLaw: Phrase(
            fr: """
                {subject} ne s'efface pas encore : {holds}. Levez cet obstacle, puis \
                recommencez.
                """,
            en: """
                {subject} cannot be erased yet: {holds}. Lift what holds it, then try again.
                """
        ),
        .alreadyErased: Phrase(
            fr: "{subject} est déjà effacé. Il n'y a plus rien à faire.",
            en: "{subject} is erased already. There is nothing left to do."
        ),
        .personStillActive: Phrase(
            fr: "{login} fait encore partie de l'équipe. Retirez d'abord ses rôles.",
            en: "{login} still belongs to the staff. End their roles first."
        ),
    ]
}
