import Domain

extension Catalogue {
    static let shipmentQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListShipments.self,
            fields: FieldDescription.page,
            columns: [
                AnswerColumn("shipment", Phrase(fr: "enlèvement", en: "shipment"), .number),
                AnswerColumn("route", Phrase(fr: "filière", en: "route")),
                AnswerColumn("stream", Phrase(fr: "flux", en: "stream")),
                AnswerColumn("waste_code", Phrase(fr: "code", en: "code")),
                AnswerColumn("slip", Phrase(fr: "bordereau", en: "slip")),
                AnswerColumn("devices", Phrase(fr: "appareils", en: "devices"), .number),
                AnswerColumn("drives", Phrase(fr: "supports", en: "drives"), .number),
                AnswerColumn("grams", Phrase(fr: "grammes", en: "grams"), .number),
                AnswerColumn("shipped_on", Phrase(fr: "parti", en: "left")),
                AnswerColumn("acknowledged_on", Phrase(fr: "reçu", en: "acknowledged")),
            ]
        )
    ]
}
