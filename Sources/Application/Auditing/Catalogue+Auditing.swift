import Domain

extension Catalogue {
    static let auditing: [CommandEntry] = [CommandEntry(DropAnchor.self, fields: [])]

    static let auditingQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListEvents.self,
            fields: [
                FieldDescription(
                    "after",
                    "string",
                    required: false,
                    Phrase(fr: "`next` de la page précédente", en: "`next` of the page before")
                ),
                .limit,
            ],
            columns: [
                AnswerColumn("at", Phrase(fr: "instant", en: "instant")),
                AnswerColumn("name", Phrase(fr: "fait", en: "event")),
                AnswerColumn("subject", Phrase(fr: "sujet", en: "subject")),
                AnswerColumn("number", Phrase(fr: "numéro", en: "number"), .number),
                AnswerColumn("nth", Phrase(fr: "rang", en: "place"), .number),
                AnswerColumn("person", Phrase(fr: "personne", en: "person"), .number),
            ]
        )
    ]
}
