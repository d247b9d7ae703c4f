import Domain

extension Catalogue {
    static let wipingQuestions: [QuestionEntry] = [
        QuestionEntry(
            WipeSample.self,
            fields: [
                .optional("from", "string", fr: "premier jour", en: "first day"),
                .optional("to", "string", fr: "dernier jour", en: "last day"),
            ],
            columns: [
                AnswerColumn("day", Phrase(fr: "jour", en: "day")),
                AnswerColumn("method", Phrase(fr: "méthode", en: "method")),
                AnswerColumn("wipes", Phrase(fr: "effacements", en: "wipes"), .number),
                AnswerColumn("asked", Phrase(fr: "à contrôler", en: "to check"), .number),
                AnswerColumn("checked", Phrase(fr: "contrôlés", en: "checked"), .number),
                AnswerColumn("failed", Phrase(fr: "échecs", en: "failed"), .number),
                AnswerColumn("next", Phrase(fr: "à relire", en: "next")),
            ]
        ),
        QuestionEntry(
            LockedPlaces.self,
            columns: [
                AnswerColumn("place", Phrase(fr: "lieu", en: "place")),
                AnswerColumn("drives", Phrase(fr: "supports", en: "drives"), .number),
                AnswerColumn("counted_on", Phrase(fr: "compté le", en: "counted on")),
                AnswerColumn("differed", Phrase(fr: "écart", en: "differed")),
                AnswerColumn("due", Phrase(fr: "à compter", en: "due")),
            ]
        ),
        QuestionEntry(
            CustodyLog.self,
            fields: [.drive],
            columns: [
                AnswerColumn("nth", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("at", Phrase(fr: "quand", en: "when")),
                AnswerColumn("act", Phrase(fr: "acte", en: "act")),
                AnswerColumn("person", Phrase(fr: "par", en: "by")),
                AnswerColumn("place", Phrase(fr: "lieu", en: "place")),
                AnswerColumn("seal", Phrase(fr: "scellé", en: "seal")),
                AnswerColumn("note", Phrase(fr: "note", en: "note")),
            ]
        ),
    ]
}
