import Domain

extension Catalogue {
    static let mail: [CommandEntry] = [
        CommandEntry(
            MailDocument.self,
            fields: [FieldDescription("document", "string", .document)]
        )
    ]

    static let mailQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListLetters.self,
            fields: [
                .optional(
                    "open_only",
                    "boolean",
                    fr: "seulement ceux qui ne sont pas partis",
                    en: "only those that have not left"
                )
            ] + FieldDescription.page,
            columns: [
                AnswerColumn("letter", Phrase(fr: "courriel", en: "letter"), .number),
                AnswerColumn("document", Phrase(fr: "document", en: "document")),
                AnswerColumn("written_at", Phrase(fr: "écrit", en: "written")),
                AnswerColumn("tries", Phrase(fr: "essais", en: "tries"), .number),
                AnswerColumn("sent_at", Phrase(fr: "parti", en: "sent")),
                AnswerColumn("given_up", Phrase(fr: "abandonné", en: "given up")),
                AnswerColumn("error", Phrase(fr: "erreur", en: "error")),
            ]
        )
    ]
}
