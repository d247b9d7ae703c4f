import Domain

extension Catalogue {
    static let pricingQuestions: [QuestionEntry] = [
        QuestionEntry(
            QuotePrice.self,
            fields: [.voucher, FieldDescription("device", "string", .device)]
        ),
        QuestionEntry(
            ShowGrid.self,
            fields: [
                FieldDescription(
                    "day",
                    "string",
                    required: false,
                    Phrase(fr: "le jour, aujourd'hui sinon", en: "the day, otherwise today")
                )
            ],
            columns: [
                AnswerColumn("kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("grade", Phrase(fr: "classe", en: "grade")),
                AnswerColumn("cents", Phrase(fr: "centimes par tranche", en: "cents by bracket")),
                AnswerColumn("cap_cents", Phrase(fr: "plafond public", en: "public cap"), .cents),
            ]
        ),
    ]
}
