import Domain

extension Catalogue {
    static let impactQuestions: [QuestionEntry] = [
        QuestionEntry(
            ShowCatalogue.self,
            fields: [
                .optional("kind", "string", .words(DeviceType.self)),
                .optional(
                    "after",
                    "integer",
                    fr: "`next` de la page précédente",
                    en: "`next` of the page before"
                ),
                .limit,
            ],
            columns: [
                AnswerColumn("device", Phrase(fr: "étiquette", en: "label")),
                AnswerColumn("kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("name", Phrase(fr: "nom", en: "name")),
                AnswerColumn("grade", Phrase(fr: "état", en: "grade")),
                AnswerColumn("memory_mb", Phrase(fr: "Mio", en: "MiB"), .number),
                AnswerColumn("storage_gb", Phrase(fr: "Go", en: "GB"), .number),
                AnswerColumn("from_cents", Phrase(fr: "de", en: "from"), .cents),
                AnswerColumn("to_cents", Phrase(fr: "à", en: "to"), .cents),
            ]
        ),
        QuestionEntry(
            Impact.self,
            fields: [
                .firstDay, .lastDay, .optional("donor", "integer", .donor),
                .optional("method", "string", .words(CarbonMethod.self)),
            ],
            columns: [
                AnswerColumn("flow.received", Phrase(fr: "reçus", en: "received"), .number),
                AnswerColumn("flow.reused", Phrase(fr: "réemployés", en: "reused"), .number),
                AnswerColumn("flow.grams_reused", Phrase(fr: "grammes", en: "grams"), .number),
                AnswerColumn("carbon.kilograms", Phrase(fr: "kg CO₂e", en: "kg CO₂e"), .number),
                AnswerColumn("carbon.method", Phrase(fr: "méthode", en: "method")),
                AnswerColumn("carbon.source", Phrase(fr: "source", en: "source")),
            ]
        ),
        QuestionEntry(DonorFlows.self, fields: [.firstDay, .lastDay], columns: flowColumns),
        QuestionEntry(
            YearOnYear.self,
            fields: [
                .optional("years", "integer", fr: "combien d'années", en: "how many years")
            ],
            columns: flowColumns
        ),
    ]

    private static let flowColumns = [
        AnswerColumn("group", Phrase(fr: "groupe", en: "group"), .number),
        AnswerColumn("name", Phrase(fr: "nom", en: "name")),
        AnswerColumn("received", Phrase(fr: "reçus", en: "received"), .number),
        AnswerColumn("reused", Phrase(fr: "réemployés", en: "reused"), .number),
        AnswerColumn("parts", Phrase(fr: "pièces", en: "parts"), .number),
        AnswerColumn("recycled", Phrase(fr: "recyclés", en: "recycled"), .number),
        AnswerColumn("waiting", Phrase(fr: "en cours", en: "waiting"), .number),
        AnswerColumn("grams_in", Phrase(fr: "grammes", en: "grams"), .number),
        AnswerColumn("reuse_per_mille", Phrase(fr: "réemploi ‰", en: "reuse ‰"), .number),
    ]
}
