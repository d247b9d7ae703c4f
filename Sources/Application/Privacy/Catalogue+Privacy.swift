import Domain

extension Catalogue {
    static let privacy: [CommandEntry] = [
        CommandEntry(RunRetention.self, fields: []),
        CommandEntry(
            PublishRetention.self,
            fields: [
                FieldDescription(
                    "rule",
                    "string",
                    Phrase(fr: "le nom de la règle", en: "the name of the rule")
                ),
                FieldDescription(
                    "from",
                    "string",
                    required: false,
                    Phrase(
                        fr: "le premier jour ; aujourd'hui sans cela",
                        en: "the first day; today without it"
                    )
                ),
                FieldDescription(
                    "announcements",
                    "integer",
                    Phrase(
                        fr: "mois après lesquels une annonce de don sans réponse est effacée",
                        en: "months after which an announced gift without an answer is erased"
                    )
                ),
                FieldDescription(
                    "source",
                    "string",
                    required: false,
                    Phrase(
                        fr: "qui l'a décidé, et pourquoi",
                        en: "who decided it, and on which ground"
                    )
                ),
            ]
        ),
        CommandEntry(ExportHousehold.self, fields: [.household]),
        CommandEntry(EraseHousehold.self, fields: [.household]),
        CommandEntry(
            RecordObjection.self,
            fields: [
                .household, .words("purpose", RecordObjection.Purpose.self),
                FieldDescription(
                    "objects",
                    "boolean",
                    Phrase(
                        fr: "vrai pour s'opposer, faux pour lever l'opposition",
                        en: "true to object, false to object no longer"
                    )
                ),
            ]
        ),
        CommandEntry(ExportDonor.self, fields: [.donorNumber]),
        CommandEntry(EraseDonor.self, fields: [.donorNumber]),
        CommandEntry(ExportPerson.self, fields: [.staffLogin]),
        CommandEntry(ErasePerson.self, fields: [.staffLogin]),
    ]
}

extension FieldDescription {
    static let household = FieldDescription(
        "household",
        "integer",
        Phrase(fr: "le numéro du foyer", en: "the number of the household")
    )
    fileprivate static let donorNumber = FieldDescription(
        "donor",
        "integer",
        Phrase(fr: "le numéro du donateur", en: "the donor's number")
    )
    fileprivate static let staffLogin = FieldDescription(
        "login",
        "string",
        Phrase(fr: "l'identifiant de la personne", en: "the person's login")
    )
}
