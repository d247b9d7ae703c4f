extension Refusal.Code {
    /// The sentences of signing in.
    static let signingSentences: [Refusal.Code: Phrase] = [
        .signInWrong: Phrase(
            fr:
                "« {login} » et ce mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un nouveau lien.",
            en:
                "\"{login}\" and this password do not belong together. Check both, or ask for a new link."
        ),
        .tooManyAttempts: Phrase(
            fr: "Trop d'essais. Attendez {minutes} minutes, ou demandez un nouveau lien.",
            en: "There were too many tries. Wait {minutes} minutes, or ask for a new link."
        ),
        .invitationSpent: Phrase(
            fr:
                "Ce lien a servi, a été remplacé ou a plus de {days} jours. Demandez-en un nouveau.",
            en: "This link was used, replaced, or is older than {days} days. Ask for a new one."
        ),
        .passwordTooShort: Phrase(
            fr: "Le mot de passe a {length} caractères ; choisissez-en un de {least} ou plus.",
            en: "The password has {length} characters; choose one with {least} or more."
        ),
        .subjectChanged: Phrase(
            fr: """
                Rien n'a été enregistré : {subject} a changé depuis que vous l'avez ouvert ({changes}). \
                Regardez à nouveau, puis décidez.
                """,
            en: """
                Nothing was saved: {subject} has changed since you opened it ({changes}). Look at it \
                again, then decide.
                """
        ),
        .versionNeeded: Phrase(
            fr: """
                « {act} » écrit par-dessus ce qui est là. Dites dans If-Match quelle version vous avez \
                lue, ou * pour n'importe laquelle.
                """,
            en: """
                "{act}" writes over what stands. Say in If-Match which version you have read, or * for \
                any.
                """
        ),
        .identityTaken: Phrase(
            fr: """
                « {subject} », ou un autre compte de ce service, est déjà lié à quelqu'un. Mettez \
                d'abord fin à ce lien.
                """,
            en: """
                "{subject}", or another account of that service, is linked to somebody already. End that \
                link first.
                """
        ),
        .providerVisitOver: Phrase(
            fr: """
                Ce retour ne va pas avec un départ de ce navigateur, a déjà servi, ou a plus de \
                {minutes} minutes. Recommencez.
                """,
            en: """
                This return does not belong to a start of this browser, was used, or is older than \
                {minutes} minutes. Begin again.
                """
        ),
        .providerUnknown: Phrase(
            fr: """
                Ce compte de {service} n'est lié à personne ici. Demandez à un administrateur de le \
                lier.
                """,
            en: """
                This account of {service} is linked to nobody here. Ask an administrator to link it.
                """
        ),
        .providerRefused: Phrase(
            fr: """
                Le service d'identité n'a pas confirmé qui vous êtes ({fault}). Recommencez, ou prenez \
                votre mot de passe.
                """,
            en: """
                The identity service has not confirmed who you are ({fault}). Begin again, or take your \
                password.
                """
        ),
        .servedElsewhere: Phrase(
            fr: """
                Ce qui est du côté « {side} » est servi à une autre adresse. Demandez-le là-bas.
                """,
            en: """
                What is on the side "{side}" is served at another address. Ask for it there.
                """
        ),
        .codeWrong: Phrase(
            fr: """
                Ce code ne va pas, ou a déjà servi. Attendez {seconds} secondes le suivant, ou prenez un \
                code de secours.
                """,
            en: """
                This code is wrong, or was used. Wait {seconds} seconds for the next one, or take a \
                recovery code.
                """
        ),
        .signInAgain: Phrase(
            fr: "Plus de {minutes} minutes ont passé depuis le mot de passe. Recommencez.",
            en: "More than {minutes} minutes have passed since the password. Begin again."
        ),
        .proofWrong: Phrase(
            fr: """
                Ce n'est ni votre mot de passe ni un code de votre téléphone. Après {tries} erreurs, il \
                faut attendre un quart d'heure.
                """,
            en: """
                This is neither your password nor a code of your telephone. After {tries} errors you \
                have to wait a quarter of an hour.
                """
        ),
        .proofNeeded: Phrase(
            fr: """
                Pour « {act} », montrez que c'est vous : mot de passe ou code de moins de {minutes} \
                minutes. La clé d'un programme doit nommer cet acte.
                """,
            en: """
                For "{act}", show that it is you: a password or code of the last {minutes} minutes. A \
                program's key has to name this act.
                """
        ),
        .factorThere: Phrase(
            fr: """
                Un second facteur est déjà en service. Retirez-le d'abord par « {command} », avec un de \
                ses codes.
                """,
            en: """
                A second factor is in use already. Take it away first by "{command}", with one of its \
                codes.
                """
        ),
        .factorMissing: Phrase(
            fr: """
                Il n'y a pas de second facteur ici. Préparez-en un d'abord par « {command} ».
                """,
            en: """
                There is no second factor here. Prepare one first by "{command}".
                """
        ),
        .factorOwed: Phrase(
            fr: """
                Un second facteur vous est demandé. Ajoutez-le par « {command} », ou sur la page de \
                votre compte.
                """,
            en: """
                A second factor is asked of you. Add it by "{command}", or on the page of your account.
                """
        ),
        .pinNeeded: Phrase(
            fr: """
                Ce poste est partagé. Dites qui vous êtes par votre identifiant et votre code de \
                {digits} chiffres.
                """,
            en: """
                This bench is shared. Say who you are by your login and your PIN of {digits} digits.
                """
        ),
        .pinWrong: Phrase(
            fr: """
                « {login} » et ce code ne vont pas ensemble. Après cinq erreurs de suite, ce poste vous \
                est fermé.
                """,
            en: """
                "{login}" and this PIN do not belong together. After five errors in a row this bench is \
                closed to you.
                """
        ),
        .pinLocked: Phrase(
            fr: """
                {tries} codes faux de suite : ce poste vous est fermé. Choisissez un nouveau code depuis \
                votre propre session.
                """,
            en: """
                {tries} wrong PINs in a row: this bench is closed to you. Choose a new PIN from a \
                session of your own.
                """
        ),
        .pinTooSimple: Phrase(
            fr: """
                Un code fait d'un chiffre répété ou d'une suite se devine. Choisissez {digits} chiffres \
                autrement.
                """,
            en: """
                A PIN of one digit repeated or of a row of digits is easily guessed. Choose {digits} \
                digits otherwise.
                """
        ),
        .approvalNeeded: Phrase(
            fr: "« {act} » demande deux personnes ici. Proposez-le ; une autre l'approuvera.",
            en: "\"{act}\" takes two people here. Propose it; another person approves it."
        ),
        .actTakesOne: Phrase(
            fr: """
                « {act} » n'est pas un acte qui puisse demander deux personnes. Voyez la liste de ceux \
                qui le peuvent.
                """,
            en: """
                "{act}" is not an act that can take two people. See the list of those that can.
                """
        ),
        .unknownProposal: Phrase(
            fr: "La proposition {proposal} n'existe pas. Voyez la liste des propositions.",
            en: "There is no proposal {proposal}. See the list of proposals."
        ),
        .proposalDecided: Phrase(
            fr: """
                La proposition {proposal} est déjà décidée, ou a changé. Voyez la liste des \
                propositions.
                """,
            en: """
                Proposal {proposal} is decided already, or has changed. See the list of proposals.
                """
        ),
        .proposalExpired: Phrase(
            fr: """
                Cette proposition a plus de {days} jours. Proposez de nouveau.
                """,
            en: """
                This proposal is more than {days} days old. Propose again.
                """
        ),
        .notProposable: Phrase(
            fr: """
                « {act} » ne se propose pas. Faites-le vous-même.
                """,
            en: """
                "{act}" cannot be proposed. Do it yourself.
                """
        ),
    ]
}
