extension Refusal.Code {
    /// The sentences of people.
    static let peopleSentences: [Refusal.Code: Phrase] = [
        .loginTaken: Phrase(
            fr: "L'identifiant {login} est pris. Choisissez-en un autre.",
            en: "The login {login} is taken. Choose another one."
        ),
        .roleAlreadyHeld: Phrase(
            fr: "{person} a déjà le rôle {role}. Il n'y a rien à faire.",
            en: "{person} already has the role {role}. Nothing has to be done."
        ),
        .roleNotHeld: Phrase(
            fr: "{person} n'a pas le rôle {role}. Regardez quels rôles la personne a.",
            en: "{person} does not have the role {role}. Look up which roles they have."
        ),
    ]
}
