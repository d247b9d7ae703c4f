import Domain

extension Catalogue {
    static let salesQuestions: [QuestionEntry] = [
        QuestionEntry(
            ShowSale.self,
            fields: [FieldDescription("sale", "integer", Phrase(fr: "la vente", en: "the sale"))]
        ),
        QuestionEntry(
            ListSales.self,
            fields: [
                FieldDescription(
                    "day",
                    "string",
                    required: false,
                    Phrase(fr: "celles de ce jour", en: "those of this day")
                )
            ] + FieldDescription.page,
            columns: [
                AnswerColumn("sale", Phrase(fr: "vente", en: "sale"), .number),
                AnswerColumn("sold_on", Phrase(fr: "jour", en: "day")),
                AnswerColumn("device", Phrase(fr: "appareil", en: "device")),
                AnswerColumn("kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("grade", Phrase(fr: "classe", en: "grade")),
                AnswerColumn("price_cents", Phrase(fr: "prix", en: "price"), .cents),
                AnswerColumn("paid_cents", Phrase(fr: "payé", en: "paid"), .cents),
                AnswerColumn("status", Phrase(fr: "état", en: "status")),
            ]
        ),
        QuestionEntry(
            SalesJournal.self,
            fields: [
                FieldDescription("from", "string", Phrase(fr: "premier jour", en: "first day")),
                FieldDescription("to", "string", Phrase(fr: "dernier jour", en: "last day")),
            ] + FieldDescription.page,
            columns: [
                AnswerColumn("transfer", Phrase(fr: "écriture", en: "entry"), .number),
                AnswerColumn("day", Phrase(fr: "jour", en: "day")),
                AnswerColumn("sale", Phrase(fr: "vente", en: "sale"), .number),
                AnswerColumn("debit", Phrase(fr: "débit", en: "debit")),
                AnswerColumn("credit", Phrase(fr: "crédit", en: "credit")),
                AnswerColumn("cents", Phrase(fr: "montant", en: "amount"), .cents),
                AnswerColumn("reverses", Phrase(fr: "annule", en: "reverses"), .number),
            ]
        ),
        QuestionEntry(
            ListClosings.self,
            fields: [.optional("period", "string", .words(Period.self))] + FieldDescription.page,
            columns: [
                AnswerColumn("nth", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("from", Phrase(fr: "du", en: "from")),
                AnswerColumn("to", Phrase(fr: "au", en: "to")),
                AnswerColumn("sales", Phrase(fr: "ventes", en: "sales"), .number),
                AnswerColumn("total_cents", Phrase(fr: "total", en: "total"), .cents),
                AnswerColumn("perpetual_cents", Phrase(fr: "perpétuel", en: "perpetual"), .cents),
                AnswerColumn("hash", Phrase(fr: "empreinte", en: "hash")),
            ]
        ),
    ]
}
