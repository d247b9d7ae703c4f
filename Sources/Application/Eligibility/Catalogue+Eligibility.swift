import Domain

extension Catalogue {
    static let eligibility: [CommandEntry] = [
        CommandEntry(EnterApplication.self, fields: enteringFields),
        CommandEntry(
            NoteProof.self,
            fields: [
                .application, .words("proof", ProofKind.self),
                FieldDescription("dated_on", "string", Phrase(fr: "sa date", en: "its date")),
                FieldDescription(
                    "income_year",
                    "integer",
                    required: false,
                    Phrase(
                        fr: "année des revenus d'un avis d'impôt",
                        en: "income year of a tax notice"
                    )
                ),
            ]
        ),
        CommandEntry(SetEvidence.self, fields: evidenceFields),
        CommandEntry(
            ProposeOverride.self,
            fields: [
                .application,
                FieldDescription(
                    "bracket",
                    "integer",
                    Phrase(fr: "la tranche, à partir de 1", en: "the bracket, from 1")
                ), .why,
            ]
        ),
        CommandEntry(
            DecideApplication.self,
            fields: [
                .application,
                .words("refusal", BuyerRefusalReason.self, required: false),
                FieldDescription(
                    "decided_on",
                    "string",
                    required: false,
                    Phrase(
                        fr: "jour de la décision, aujourd'hui sinon",
                        en: "day of the decision, otherwise today"
                    )
                ),
                FieldDescription(
                    "paper",
                    "boolean",
                    required: false,
                    Phrase(
                        fr: "imprime le bon aussitôt",
                        en: "issues the voucher's paper at once"
                    )
                ),
            ]
        ),
        CommandEntry(
            AppealDecision.self,
            fields: [
                .application,
                FieldDescription(
                    "lodged_on",
                    "string",
                    required: false,
                    Phrase(
                        fr: "jour du recours, aujourd'hui sinon",
                        en: "day of the appeal, otherwise today"
                    )
                ),
                FieldDescription(
                    "grounds",
                    "string",
                    required: false,
                    Phrase(fr: "ce que dit le foyer", en: "what the household says")
                ),
            ]
        ),
        CommandEntry(WithdrawApplication.self, fields: [.application]),
        CommandEntry(RenewVoucher.self, fields: [.voucher]),
        CommandEntry(RevokeVoucher.self, fields: [.voucher, .why]),
        CommandEntry(ViewIncome.self, fields: [.application, .why]),
        CommandEntry(ChangeHousehold.self, fields: [.household, .persons, .children]),
        CommandEntry(AddAdult.self, fields: adultFields),
        CommandEntry(RemoveAdult.self, fields: adultFields),
        CommandEntry(ExpireVouchers.self, fields: []),
        CommandEntry(JoinWaitingList.self, fields: [.application, .waitedKind]),
        CommandEntry(LeaveWaitingList.self, fields: [.application, .waitedKind]),
        CommandEntry(IssueDecisionLetter.self, fields: [.application, .letterLanguage]),
        CommandEntry(
            PublishEligibilityPack.self,
            fields: [
                FieldDescription(
                    "pack",
                    "object",
                    Phrase(
                        fr: "version, country, engine (qf_grid, fpl_ratio, status_only), statuses "
                            + "(status et bracket), income_tables, income_bracket, proof_months, "
                            + "validity_days, renewal_days, override_limit, appeal_months",
                        en: "version, country, engine (qf_grid, fpl_ratio, status_only), statuses "
                            + "(status and bracket), income_tables, income_bracket, proof_months, "
                            + "validity_days, renewal_days, override_limit, appeal_months"
                    )
                ), .firstDayOfRule, .decidedBy,
            ]
        ),
        CommandEntry(
            PublishWaitingOrder.self,
            fields: [
                FieldDescription(
                    "order",
                    "string",
                    Phrase(fr: "nom de la version, unique", en: "name of the version, unique")
                ), .firstDayOfRule,
                FieldDescription(
                    "criteria",
                    "array",
                    Phrase(
                        fr: "des mots parmi \(criteria), le premier décide",
                        en: "words among \(criteria), the first decides"
                    )
                ), .decidedBy,
            ]
        ),
    ]

    private static var criteria: String {
        WaitingOrder.Criterion.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private static let adultFields: [FieldDescription] = [
        .household,
        FieldDescription(
            "family_name",
            "string",
            Phrase(fr: "le nom de famille", en: "the family name")
        ),
        FieldDescription("given_name", "string", Phrase(fr: "le prénom", en: "the given name")),
        FieldDescription(
            "born_on",
            "string",
            Phrase(fr: "la date de naissance", en: "the date of birth")
        ),
    ]

    private static let enteringFields: [FieldDescription] = [
        .persons, .children,
        FieldDescription(
            "adults",
            "array",
            Phrase(
                fr: "family_name, given_name et born_on de chaque adulte",
                en: "family_name, given_name and born_on of each adult"
            )
        ),
        FieldDescription(
            "kinds",
            "array",
            Phrase(fr: "les genres d'appareils souhaités", en: "the kinds of device wished for")
        ),
        FieldDescription(
            "proofs",
            "array",
            required: false,
            Phrase(
                fr: "proof, dated_on et au besoin income_year de chaque papier vu",
                en: "proof, dated_on and perhaps income_year of each paper seen"
            )
        ),
        FieldDescription(
            "means",
            "object",
            required: false,
            Phrase(
                fr: "les ressources, comme pour set-evidence",
                en: "the means, as for set-evidence"
            )
        ),
    ]

    private static let evidenceFields: [FieldDescription] = [
        .application,
        FieldDescription(
            "official",
            "object",
            required: false,
            Phrase(
                fr: "quotient, fund (caf, msa) et au besoin year, month",
                en: "quotient, fund (caf, msa) and perhaps year, month"
            )
        ),
        FieldDescription(
            "computed",
            "object",
            required: false,
            Phrase(
                fr: "yearly_cents, monthly_benefit_cents, children, disabled_children",
                en: "yearly_cents, monthly_benefit_cents, children, disabled_children"
            )
        ),
        FieldDescription(
            "fiscal",
            "object",
            required: false,
            Phrase(
                fr: "reference_income_cents et quarter_shares (une part vaut 4)",
                en: "reference_income_cents and quarter_shares (one share is 4)"
            )
        ),
        FieldDescription(
            "household_income_cents",
            "integer",
            required: false,
            Phrase(
                fr: "revenu annuel du foyer, là où il se compare à une table",
                en: "yearly income of the household, where it is compared with a table"
            )
        ),
        .words("status", SocialStatus.self, required: false),
    ]
}

extension FieldDescription {
    static let application = FieldDescription(
        "application",
        "integer",
        Phrase(fr: "le numéro de la demande", en: "the number of the application")
    )
    fileprivate static let persons = FieldDescription(
        "persons",
        "integer",
        Phrase(fr: "combien vivent au foyer", en: "how many live in the home")
    )
    fileprivate static let children = FieldDescription(
        "children_in_education",
        "integer",
        Phrase(fr: "enfants scolarisés", en: "children in education")
    )
    static let waitedKind = words("kind", DeviceType.self)
    static let letterLanguage = FieldDescription(
        "language",
        "string",
        required: false,
        Phrase(fr: "fr ou en", en: "fr or en")
    )
    fileprivate static let firstDayOfRule = FieldDescription(
        "from",
        "string",
        required: false,
        Phrase(fr: "premier jour, aujourd'hui sinon", en: "first day, otherwise today")
    )
    fileprivate static let decidedBy = FieldDescription(
        "source",
        "string",
        required: false,
        Phrase(fr: "qui l'a décidé", en: "who decided it")
    )
    fileprivate static let why = FieldDescription(
        "reason",
        "string",
        Phrase(fr: "le motif", en: "the reason")
    )

    /// A field that takes one word of a vocabulary.
    static func words<Words: Vocabulary>(
        _ name: String,
        _: Words.Type,
        required: Bool = true
    ) -> FieldDescription {
        let words = Words.allCases.map(\.rawValue).joined(separator: ", ")
        return FieldDescription(
            name,
            "string",
            required: required,
            Phrase(fr: "un mot parmi \(words)", en: "a word among \(words)")
        )
    }
}
