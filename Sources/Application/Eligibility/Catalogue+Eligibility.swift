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
            ]
        ),
        CommandEntry(AppealDecision.self, fields: [.application]),
        CommandEntry(WithdrawApplication.self, fields: [.application]),
        CommandEntry(RenewVoucher.self, fields: [.voucher]),
        CommandEntry(RevokeVoucher.self, fields: [.voucher, .why]),
        CommandEntry(ViewIncome.self, fields: [.application, .why]),
    ]

    private static let enteringFields: [FieldDescription] = [
        FieldDescription(
            "persons",
            "integer",
            Phrase(fr: "combien vivent au foyer", en: "how many live in the home")
        ),
        FieldDescription(
            "children_in_education",
            "integer",
            Phrase(fr: "enfants scolarisés", en: "children in education")
        ),
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
    ]

    private static let evidenceFields: [FieldDescription] = [
        .application,
        FieldDescription(
            "official",
            "object",
            required: false,
            Phrase(fr: "quotient et fund (caf, msa)", en: "quotient and fund (caf, msa)")
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
        .words("status", SocialStatus.self, required: false),
    ]
}

extension FieldDescription {
    static let application = FieldDescription(
        "application",
        "integer",
        Phrase(fr: "le numéro de la demande", en: "the number of the application")
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
