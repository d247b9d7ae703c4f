extension Refusal.Code {
    /// The sentences of what is open to everybody.
    static let openSentences: [Refusal.Code: Phrase] = [
        .linkLeadsNowhere: Phrase(
            fr: """
                Ce lien ne mène nulle part : il est échu (un lien sert {days} jours au plus), \
                retiré, ou copié en partie. Demandez-en un autre.
                """,
            en: """
                This link leads nowhere: it has ended (a link serves {days} days at most), was \
                taken back, or was copied in part. Ask for a new one.
                """
        ),
        .unknownAnnouncement: Phrase(
            fr: """
                Il n'y a pas de don annoncé {announcement}. Voyez la liste de ceux qui attendent.
                """,
            en: """
                There is no announced gift {announcement}. Look at the list of those that wait.
                """
        ),
        .announcementDecided: Phrase(
            fr: """
                Le don annoncé {announcement} a déjà reçu sa réponse ({outcome}). Rien n'a changé.
                """,
            en: """
                The announced gift {announcement} was decided already ({outcome}). Nothing was \
                changed.
                """
        ),
        .announcementsFull: Phrase(
            fr: """
                Déjà {most} dons annoncés attendent une réponse. Appelez-nous, ou revenez dans \
                quelques jours.
                """,
            en: """
                {most} announced gifts wait for an answer already. Call us, or come back in some \
                days.
                """
        ),
        .contactMissing: Phrase(
            fr: """
                Personne ne pourrait répondre à {name} au sujet de ce don. Laissez un courriel ou \
                un téléphone.
                """,
            en: """
                Nobody could answer {name} about this gift. Leave an address of mail or a \
                telephone number.
                """
        ),
        .reservationsUsedUp: Phrase(
            fr: """
                Ce bon garde déjà {most} appareils. Venez en chercher un, ou libérez-en un au \
                comptoir.
                """,
            en: """
                This voucher keeps {most} machines already. Collect one, or let one go at the \
                counter.
                """
        ),
    ]
}
