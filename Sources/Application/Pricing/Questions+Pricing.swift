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
        QuestionEntry(
            PreviewPriceGrid.self,
            fields: [
                FieldDescription(
                    "rows",
                    "array",
                    Phrase(
                        fr: "kind, grade (A, B, C) et cents par tranche, des plus bas revenus",
                        en: "kind, grade (A, B, C) and cents by bracket, lowest incomes first"
                    )
                ),
                FieldDescription(
                    "caps",
                    "array",
                    required: false,
                    Phrase(
                        fr: "kind et cents, ceux en vigueur sinon",
                        en: "kind and cents, otherwise those in force"
                    )
                ),
            ],
            columns: [
                AnswerColumn("kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("grade", Phrase(fr: "classe", en: "grade")),
                AnswerColumn("origin", Phrase(fr: "origine", en: "origin")),
                AnswerColumn("count", Phrase(fr: "appareils", en: "devices"), .number),
                AnswerColumn("before", Phrase(fr: "centimes avant", en: "cents before")),
                AnswerColumn("after", Phrase(fr: "centimes après", en: "cents after")),
                AnswerColumn("capped", Phrase(fr: "plafonné en", en: "capped in")),
            ]
        ),
    ]
}
