import Domain

extension Catalogue {
    static let placementQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListPlacements.self,
            fields: [
                FieldDescription(
                    "open_only",
                    "boolean",
                    required: false,
                    Phrase(fr: "celles qui durent", en: "those that last")
                )
            ] + FieldDescription.page,
            columns: [
                AnswerColumn("placement", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("device", Phrase(fr: "appareil", en: "device")),
                AnswerColumn("taker", Phrase(fr: "confié à", en: "placed with")),
                AnswerColumn("since", Phrase(fr: "depuis", en: "since")),
                AnswerColumn("until", Phrase(fr: "jusqu'au", en: "until")),
                AnswerColumn("ended_on", Phrase(fr: "rendu le", en: "ended on")),
            ]
        )
    ]
}
