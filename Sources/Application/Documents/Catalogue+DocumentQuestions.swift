import Domain

extension Catalogue {
    static let documentQuestions: [QuestionEntry] = [
        QuestionEntry(
            ShowDocument.self,
            fields: [
                FieldDescription("document", "string", .document)
            ],
            columns: [
                AnswerColumn("document.document", Phrase(fr: "document", en: "document")),
                AnswerColumn("document.kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("document.issued_on", Phrase(fr: "le", en: "on")),
                AnswerColumn("document.amount_cents", Phrase(fr: "montant", en: "amount")),
                AnswerColumn("document.cancelled", Phrase(fr: "annulé", en: "cancelled")),
                AnswerColumn("document.replaced_by", Phrase(fr: "remplacé par", en: "replaced by")),
            ]
        ),
        QuestionEntry(
            ListDocuments.self,
            fields: [
                FieldDescription("donor", "integer", required: false, .donor),
                FieldDescription("donation", "integer", required: false, .donation),
                FieldDescription("device", "string", required: false, .device),
                FieldDescription(
                    "sale",
                    "integer",
                    required: false,
                    Phrase(fr: "la vente", en: "the sale")
                ),
                FieldDescription(
                    "kind",
                    "string",
                    required: false,
                    Phrase(fr: "le genre, comme rfe", en: "the kind, such as rfe")
                ),
                FieldDescription(
                    "year",
                    "integer",
                    required: false,
                    Phrase(fr: "l'année", en: "the year")
                ),
                .afterPrinted,
                .limit,
            ],
            columns: [
                AnswerColumn("document", Phrase(fr: "document", en: "document")),
                AnswerColumn("kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("issued_on", Phrase(fr: "le", en: "on")),
                AnswerColumn("amount_cents", Phrase(fr: "montant", en: "amount"), .cents),
                AnswerColumn("cancelled", Phrase(fr: "annulé", en: "cancelled")),
                AnswerColumn("replaced_by", Phrase(fr: "remplacé par", en: "replaced by")),
            ]
        ),
        QuestionEntry(
            ShowSocialPaper.self,
            fields: [FieldDescription("document", "string", .document)],
            columns: [
                AnswerColumn("document.document", Phrase(fr: "document", en: "document")),
                AnswerColumn("document.kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("document.issued_on", Phrase(fr: "le", en: "on")),
                AnswerColumn("document.cancelled", Phrase(fr: "annulé", en: "cancelled")),
                AnswerColumn("document.replaced_by", Phrase(fr: "remplacé par", en: "replaced by")),
            ]
        ),
        QuestionEntry(
            ListSocialPapers.self,
            fields: [
                FieldDescription(
                    "voucher",
                    "string",
                    required: false,
                    Phrase(fr: "le code du bon", en: "the voucher's code")
                ),
                .afterPrinted,
                .limit,
            ],
            columns: [
                AnswerColumn("document", Phrase(fr: "document", en: "document")),
                AnswerColumn("kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("issued_on", Phrase(fr: "le", en: "on")),
                AnswerColumn("issued_by", Phrase(fr: "par", en: "by")),
                AnswerColumn("cancelled", Phrase(fr: "annulé", en: "cancelled")),
                AnswerColumn("replaced_by", Phrase(fr: "remplacé par", en: "replaced by")),
            ]
        ),
        QuestionEntry(
            VerifyDocument.self,
            fields: [
                FieldDescription(
                    "code",
                    "string",
                    Phrase(fr: "le code imprimé", en: "the printed code")
                )
            ],
            columns: [
                AnswerColumn("document", Phrase(fr: "document", en: "document")),
                AnswerColumn("kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("issuer", Phrase(fr: "émetteur", en: "issuer")),
                AnswerColumn("issued_on", Phrase(fr: "le", en: "on")),
                AnswerColumn("state", Phrase(fr: "état", en: "state")),
                AnswerColumn("replaced_by", Phrase(fr: "remplacé par", en: "replaced by")),
            ]
        ),
        QuestionEntry(
            DeclareGifts.self,
            fields: [
                FieldDescription(
                    "year",
                    "integer",
                    required: false,
                    Phrase(fr: "l'année civile", en: "the calendar year")
                ),
                FieldDescription(
                    "year_end",
                    "string",
                    required: false,
                    Phrase(
                        fr: "le dernier jour de l'exercice",
                        en: "the last day of the financial year"
                    )
                ),
            ],
            columns: [
                AnswerColumn("from", Phrase(fr: "du", en: "from")),
                AnswerColumn("to", Phrase(fr: "au", en: "to")),
                AnswerColumn("documents", Phrase(fr: "documents", en: "documents"), .number),
                AnswerColumn("total_cents", Phrase(fr: "total", en: "total"), .cents),
                AnswerColumn("deadline", Phrase(fr: "au plus tard", en: "at the latest")),
            ]
        ),
        QuestionEntry(
            DeviceLabels.self,
            fields: [
                FieldDescription(
                    "devices",
                    "array",
                    Phrase(
                        fr: "étiquettes, numéros ou numéros de série",
                        en: "labels, numbers or serial numbers"
                    )
                )
            ],
            columns: [
                AnswerColumn("code", Phrase(fr: "code", en: "code")),
                AnswerColumn("description", Phrase(fr: "description", en: "description")),
            ]
        ),
    ]
}
