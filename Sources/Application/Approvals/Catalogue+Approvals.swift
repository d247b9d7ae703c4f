import Domain

extension Catalogue {
    static let approvals: [CommandEntry] = [
        CommandEntry(
            Propose.self,
            fields: [
                FieldDescription(
                    "act",
                    "string",
                    Phrase(fr: "le nom de la commande", en: "the name of the command")
                ),
                FieldDescription(
                    "content",
                    "object",
                    Phrase(fr: "les champs de la commande", en: "the fields of the command")
                ),
                FieldDescription(
                    "reason",
                    "string",
                    Phrase(fr: "pourquoi, en une phrase", en: "why, in one sentence")
                ),
            ]
        ),
        CommandEntry(ApproveProposal.self, fields: [.proposal]),
        CommandEntry(
            RejectProposal.self,
            fields: [
                .proposal,
                FieldDescription(
                    "reason",
                    "string",
                    Phrase(fr: "pourquoi, en une phrase", en: "why, in one sentence")
                ),
            ]
        ),
        CommandEntry(
            RequireTwoPeople.self,
            fields: [
                FieldDescription(
                    "act",
                    "string",
                    Phrase(
                        fr: "un acte parmi "
                            + GuardedAct.all.filter(\.mayNeedTwo).map(\.name).joined(
                                separator: ", "
                            ),
                        en: "an act among "
                            + GuardedAct.all.filter(\.mayNeedTwo).map(\.name).joined(
                                separator: ", "
                            )
                    )
                ),
                FieldDescription(
                    "required",
                    "boolean",
                    required: false,
                    Phrase(
                        fr: "demande deux personnes ; oui sans autre mention",
                        en: "takes two people; yes unless said"
                    )
                ),
            ]
        ),
    ]

    static let approvalQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListProposals.self,
            fields: [
                .optional(
                    "all",
                    "boolean",
                    fr: "aussi celles qui sont décidées",
                    en: "also those that are decided"
                )
            ] + FieldDescription.page,
            columns: [
                AnswerColumn("proposal", Phrase(fr: "proposition", en: "proposal"), .number),
                AnswerColumn("label", Phrase(fr: "acte", en: "act")),
                AnswerColumn("proposed_by", Phrase(fr: "proposé par", en: "proposed by")),
                AnswerColumn("proposed_at", Phrase(fr: "le", en: "on")),
                AnswerColumn("reason", Phrase(fr: "raison", en: "reason")),
                AnswerColumn("status", Phrase(fr: "état", en: "status")),
                AnswerColumn("decided_by", Phrase(fr: "décidé par", en: "decided by")),
            ]
        ),
        QuestionEntry(
            ListGuardedActs.self,
            columns: [
                AnswerColumn("act", Phrase(fr: "acte", en: "act")),
                AnswerColumn("label", Phrase(fr: "sens", en: "meaning")),
                AnswerColumn(
                    "proof_minutes",
                    Phrase(fr: "preuve (min)", en: "proof (min)"),
                    .number
                ),
                AnswerColumn("may_take_two", Phrase(fr: "deux possibles", en: "two possible")),
                AnswerColumn("takes_two", Phrase(fr: "deux exigées", en: "two required")),
            ]
        ),
    ]
}

extension FieldDescription {
    fileprivate static let proposal = FieldDescription(
        "proposal",
        "integer",
        Phrase(fr: "le numéro de la proposition", en: "the number of the proposal")
    )
}
