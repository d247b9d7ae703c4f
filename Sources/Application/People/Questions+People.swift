import Domain

extension Catalogue {
    static let peopleQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListPeople.self,
            fields: [
                FieldDescription(
                    "after",
                    "string",
                    required: false,
                    Phrase(fr: "`next` de la page précédente", en: "`next` of the page before")
                ), .limit,
            ],
            columns: [
                AnswerColumn("login", Phrase(fr: "identifiant", en: "login")),
                AnswerColumn("name", Phrase(fr: "nom", en: "name")),
                AnswerColumn("roles", Phrase(fr: "rôles", en: "roles")),
                AnswerColumn("is_active", Phrase(fr: "actif", en: "active")),
            ]
        )
    ]
}
