import Domain

extension Catalogue {
    static let auditing: [CommandEntry] = [CommandEntry(DropAnchor.self, fields: [])]

    static let auditingQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListEvents.self,
            fields: [
                .optional(
                    "subject",
                    "string",
                    fr: "le sujet, comme device",
                    en: "the subject, such as device"
                ),
                .optional(
                    "number",
                    "integer",
                    fr: "le numéro du sujet",
                    en: "the subject's number"
                ),
                .optional("login", "string", fr: "qui l'a fait", en: "who did it"),
                .optional("from", "string", fr: "le premier jour", en: "the first day"),
                .optional("to", "string", fr: "le dernier jour", en: "the last day"),
                .optional(
                    "newest_first",
                    "boolean",
                    fr: "du plus récent au plus ancien",
                    en: "from the newest to the oldest"
                ),
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
                AnswerColumn("by", Phrase(fr: "nom", en: "name")),
            ]
        ),
        QuestionEntry(
            ListIncomeReads.self,
            fields: FieldDescription.page,
            columns: [
                AnswerColumn("read", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("at", Phrase(fr: "instant", en: "instant")),
                AnswerColumn("login", Phrase(fr: "qui", en: "who")),
                AnswerColumn("file", Phrase(fr: "demande", en: "application"), .number),
                AnswerColumn("reason", Phrase(fr: "motif", en: "reason")),
                AnswerColumn("granted", Phrase(fr: "permis", en: "granted")),
            ]
        ),
        QuestionEntry(
            ListTokens.self,
            fields: FieldDescription.page,
            columns: [
                AnswerColumn("token", Phrase(fr: "clé", en: "key"), .number),
                AnswerColumn("login", Phrase(fr: "au nom de", en: "speaks as")),
                AnswerColumn("purpose", Phrase(fr: "pour", en: "for")),
                AnswerColumn("until", Phrase(fr: "jusqu'à", en: "until")),
                AnswerColumn("revoked_at", Phrase(fr: "retirée le", en: "revoked at")),
                AnswerColumn("ended_at", Phrase(fr: "finie le", en: "ended at")),
            ]
        ),
    ]
}
