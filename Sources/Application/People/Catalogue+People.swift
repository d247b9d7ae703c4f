import Domain

extension Catalogue {
    static let people: [CommandEntry] = [
        CommandEntry(
            AddPerson.self,
            fields: [
                .login,
                FieldDescription(
                    "name",
                    "string",
                    Phrase(fr: "le nom entier", en: "the full name")
                ),
                FieldDescription(
                    "language",
                    "string",
                    required: false,
                    Phrase(fr: "fr ou en", en: "fr or en")
                ),
                FieldDescription(
                    "email",
                    "string",
                    required: false,
                    Phrase(fr: "l'adresse de courriel", en: "the e-mail address")
                ),
            ]
        ),
        CommandEntry(GrantRole.self, fields: [.login, .role]),
        CommandEntry(EndRole.self, fields: [.login, .role]),
        CommandEntry(InvitePerson.self, fields: [.login]),
        CommandEntry(EndSessions.self, fields: [.login]),
        CommandEntry(
            MakeToken.self,
            fields: [
                .login,
                FieldDescription(
                    "purpose",
                    "string",
                    Phrase(fr: "ce qu'en fera le programme", en: "what the program does with it")
                ),
                FieldDescription(
                    "scopes",
                    "array",
                    required: false,
                    Phrase(
                        fr: "les commandes et questions permises ; toutes sans cela",
                        en: "the commands and questions allowed; all without it"
                    )
                ),
                FieldDescription(
                    "days",
                    "integer",
                    required: false,
                    Phrase(fr: "durée en jours, 90 sans cela", en: "days it lasts, 90 without it")
                ),
            ]
        ),
    ]
}

extension FieldDescription {
    fileprivate static let login = FieldDescription(
        "login",
        "string",
        Phrase(fr: "l'identifiant de la personne", en: "the person's login")
    )
    fileprivate static let role = FieldDescription(
        "role",
        "string",
        Phrase(
            fr: "un rôle parmi " + Role.allCases.map(\.rawValue).joined(separator: ", "),
            en: "a role among " + Role.allCases.map(\.rawValue).joined(separator: ", ")
        )
    )
}
