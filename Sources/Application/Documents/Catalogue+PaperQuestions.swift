import Domain

extension Catalogue {
    static let paperQuestions: [QuestionEntry] = [
        QuestionEntry(
            ShowOrganisation.self,
            columns: [
                AnswerColumn("name", Phrase(fr: "nom", en: "name")),
                AnswerColumn("legal_form", Phrase(fr: "forme", en: "form")),
                AnswerColumn("siren", Phrase(fr: "SIREN", en: "SIREN")),
                AnswerColumn("country", Phrase(fr: "pays", en: "country")),
                AnswerColumn("receipt_authorisation", Phrase(fr: "reçus", en: "receipts")),
                AnswerColumn("papers_for_goods", Phrase(fr: "papiers", en: "papers")),
            ]
        ),
        QuestionEntry(
            AskForm8283.self,
            fields: [
                .donation,
                FieldDescription(
                    "value_cents",
                    "integer",
                    Phrase(fr: "la valeur que dit le donateur", en: "the value the donor claims")
                ),
                .optional(
                    "disposed_on",
                    "string",
                    fr: "le jour où nous l'avons cédé",
                    en: "the day we disposed of it"
                ),
            ],
            columns: [
                AnswerColumn("requirement", Phrase(fr: "obligation", en: "requirement")),
                AnswerColumn("charity", Phrase(fr: "organisme", en: "charity")),
                AnswerColumn("received_on", Phrase(fr: "reçu le", en: "received on")),
                AnswerColumn("form_8282_by", Phrase(fr: "8282 avant le", en: "8282 by")),
            ]
        ),
        QuestionEntry(
            GiftAidClaim.self,
            fields: [.dayOfTaxYear],
            columns: [
                AnswerColumn("donor_number", Phrase(fr: "numéro", en: "number")),
                AnswerColumn("name", Phrase(fr: "nom", en: "name")),
                AnswerColumn("sales", Phrase(fr: "ventes", en: "sales"), .number),
                AnswerColumn("net_cents", Phrase(fr: "net", en: "net"), .cents),
                AnswerColumn("claim_cents", Phrase(fr: "réclamé", en: "claim"), .cents),
            ]
        ),
    ]
}
