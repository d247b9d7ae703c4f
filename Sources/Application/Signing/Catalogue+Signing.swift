import Domain

extension Catalogue {
    static let signing: [CommandEntry] = [
        CommandEntry(MailInvitation.self, fields: [.person]),
        CommandEntry(
            LinkIdentity.self,
            fields: [
                .person,
                FieldDescription(
                    "issuer",
                    "string",
                    Phrase(fr: "l'adresse du service", en: "the service's address")
                ),
                FieldDescription(
                    "subject",
                    "string",
                    Phrase(fr: "le nom du compte là-bas", en: "the account's name there")
                ),
            ]
        ),
        CommandEntry(UnlinkIdentity.self, fields: [.person]),
        CommandEntry(BeginSecondFactor.self, fields: []),
        CommandEntry(ConfirmSecondFactor.self, fields: [.code]),
        CommandEntry(RenewRecoveryCodes.self, fields: [.code]),
        CommandEntry(EndSecondFactor.self, fields: [.code]),
        CommandEntry(RemoveSecondFactor.self, fields: [.person]),
        CommandEntry(
            RequireSecondFactor.self,
            fields: [
                .person,
                FieldDescription(
                    "required",
                    "boolean",
                    required: false,
                    Phrase(fr: "vrai sans autre mention", en: "true unless said")
                ),
            ]
        ),
        CommandEntry(
            SetPIN.self,
            fields: [
                FieldDescription("pin", "string", Phrase(fr: "4 à 8 chiffres", en: "4 to 8 digits"))
            ]
        ),
        CommandEntry(
            OpenWorkstation.self,
            fields: [
                FieldDescription(
                    "station",
                    "string",
                    Phrase(fr: "le nom du poste", en: "the name of the bench")
                )
            ]
        ),
    ]

    static let signingQuestions: [QuestionEntry] = [
        QuestionEntry(
            ShowAccount.self,
            columns: [
                AnswerColumn("login", Phrase(fr: "identifiant", en: "login")),
                AnswerColumn("name", Phrase(fr: "nom", en: "name")),
                AnswerColumn("has_password", Phrase(fr: "mot de passe", en: "password")),
                AnswerColumn(
                    "has_second_factor",
                    Phrase(fr: "second facteur", en: "second factor")
                ),
                AnswerColumn(
                    "second_factor_required",
                    Phrase(fr: "second facteur exigé", en: "second factor required")
                ),
                AnswerColumn(
                    "recovery_codes_left",
                    Phrase(fr: "codes de secours restants", en: "recovery codes left"),
                    .number
                ),
                AnswerColumn("has_pin", Phrase(fr: "code de poste", en: "PIN")),
            ]
        )
    ]
}

extension FieldDescription {
    fileprivate static let person = FieldDescription(
        "login",
        "string",
        Phrase(fr: "l'identifiant de la personne", en: "the person's login")
    )
    fileprivate static let code = FieldDescription(
        "code",
        "string",
        Phrase(fr: "les six chiffres du téléphone", en: "the six digits of the telephone")
    )
}
