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
        QuestionEntry(
            PreviewDecision.self,
            fields: [.application],
            columns: [
                AnswerColumn("kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("grade", Phrase(fr: "classe", en: "grade")),
                AnswerColumn("cents", Phrase(fr: "prix", en: "price"), .cents),
                AnswerColumn("has_room", Phrase(fr: "quota libre", en: "room in the quota")),
            ]
        ),
        QuestionEntry(ShowHousehold.self, fields: [.household]),
        QuestionEntry(ShowDecisionLetter.self, fields: [.application, .letterLanguage]),
        QuestionEntry(
            WaitingList.self,
            fields: [.waitedKind],
            columns: [
                AnswerColumn("rank", Phrase(fr: "rang", en: "rank"), .number),
                AnswerColumn("application", Phrase(fr: "demande", en: "application"), .number),
                AnswerColumn("since", Phrase(fr: "depuis le", en: "since")),
                AnswerColumn("explanation", Phrase(fr: "pourquoi", en: "why")),
            ]
        ),
        QuestionEntry(
            SocialStatistics.self,
            fields: [
                FieldDescription(
                    "year",
                    "integer",
                    Phrase(fr: "une année close", en: "a year that is over")
                )
            ],
            columns: [
                AnswerColumn("part", Phrase(fr: "partie", en: "part")),
                AnswerColumn("cell", Phrase(fr: "case", en: "cell")),
                AnswerColumn("count", Phrase(fr: "demandes", en: "applications"), .number),
            ]
        ),
        QuestionEntry(ShowVoucher.self, fields: [.voucher]),
    ]
}
