import Domain

extension Catalogue {
    static let eligibilityQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListApplications.self,
            fields: [.words("status", ApplicationStatus.self, required: false)]
                + FieldDescription.page,
            columns: [
                AnswerColumn("application", Phrase(fr: "demande", en: "application"), .number),
                AnswerColumn("status", Phrase(fr: "état", en: "status")),
                AnswerColumn("persons", Phrase(fr: "personnes", en: "persons"), .number),
                AnswerColumn("kinds", Phrase(fr: "souhaits", en: "wishes")),
                AnswerColumn("entered_on", Phrase(fr: "saisie le", en: "entered on")),
            ]
        ),
        QuestionEntry(ShowApplication.self, fields: [.application]),
        QuestionEntry(ShowVoucher.self, fields: [.voucher]),
    ]
}
