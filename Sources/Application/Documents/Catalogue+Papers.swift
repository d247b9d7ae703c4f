import Domain

extension Catalogue {
    static let papers: [CommandEntry] = donorPapers + papersAbroad + counterPapers + workshopPapers

    private static let donorPapers: [CommandEntry] = [
        CommandEntry(IssueCommitment.self, fields: [.donation]),
        CommandEntry(
            IssueReceipts.self,
            fields: [
                .optional(
                    "donations",
                    "array",
                    fr: "les dons ; sinon tous ceux qui n'ont pas de papier",
                    en: "the donations; otherwise all that have no paper"
                ),
                .optional("limit", "integer", fr: "combien au plus", en: "how many at most"),
            ]
        ),
        CommandEntry(IssueReuseStatement.self, fields: [.donation]),
        CommandEntry(IssueYearStatement.self, fields: [.donor, .calendarYear]),
        CommandEntry(IssueVATCertificate.self, fields: [.donor, .calendarYear]),
        CommandEntry(IssueDeclaration.self, fields: [.calendarYear, .yearEnd]),
        CommandEntry(
            IssueDonorReport.self,
            fields: [
                .optional("donation", "integer", .donation), .optional("donor", "integer", .donor),
                .calendarYear, .optional("method", "string", .words(CarbonMethod.self)),
            ]
        ),
    ]

    private static let papersAbroad: [CommandEntry] = [
        CommandEntry(
            IssueAcknowledgement.self,
            fields: [
                .donation,
                .optional(
                    "returned",
                    "string",
                    fr: "ce que le donateur a reçu en échange",
                    en: "what the donor got in return"
                ),
            ]
        ),
        CommandEntry(
            IssueOfficialReceipt.self,
            fields: [
                .donation,
                .optional(
                    "appraiser",
                    "string",
                    fr: "nom et adresse de l'évaluateur",
                    en: "name and address of the appraiser"
                ),
                .optional(
                    "advantage",
                    "string",
                    fr: "ce que le donateur a reçu en échange",
                    en: "what the donor got in return"
                ),
                .tongue,
            ]
        ),
        CommandEntry(
            DeclareGiftAid.self,
            fields: [
                .donor,
                FieldDescription("method", "string", .words(GiftAidRules.Method.self)),
                FieldDescription(
                    "commission_permille",
                    "integer",
                    Phrase(fr: "notre commission, en pour mille", en: "our commission, per mille")
                ),
                .optional(
                    "declared_on",
                    "string",
                    fr: "le jour, sinon aujourd'hui",
                    en: "the day, otherwise today"
                ),
            ]
        ),
        CommandEntry(
            IssueGiftAidLetter.self,
            fields: [
                .donor,
                FieldDescription(
                    "occasion",
                    "string",
                    .words(IssueGiftAidLetter.Occasion.self)
                ),
                .dayOfTaxYear,
            ]
        ),
    ]

    private static let counterPapers: [CommandEntry] = [
        CommandEntry(
            IssueCreditNote.self,
            fields: [
                FieldDescription(
                    "return",
                    "integer",
                    Phrase(fr: "le numéro du retour", en: "the number of the return")
                ), .tongue,
            ]
        ),
        CommandEntry(
            IssueClosingPaper.self,
            fields: [
                FieldDescription("period", "string", .words(Period.self)),
                .optional(
                    "nth",
                    "integer",
                    fr: "le numéro de la clôture, sinon la dernière",
                    en: "the closing's number, otherwise the last"
                ),
            ]
        ),
        CommandEntry(
            IssueRegister.self,
            fields: [.calendarYear]
        ),
        CommandEntry(
            IssuePlacementPaper.self,
            fields: [
                FieldDescription(
                    "placement",
                    "integer",
                    Phrase(fr: "la mise à disposition", en: "the placement")
                ), .tongue,
            ]
        ),
    ]

    private static let workshopPapers: [CommandEntry] = [
        CommandEntry(
            IssueDestructionCertificate.self,
            fields: [
                .optional(
                    "drive",
                    "string",
                    fr: "numéro de série du support, ou # et son numéro",
                    en: "serial number of the drive, or # and its number"
                ), .optional("donation", "integer", .donation),
            ]
        ),
        CommandEntry(IssueManifest.self, fields: [.shipment, .tongue]),
        CommandEntry(
            DescribeOrganisation.self,
            fields: OrganisationFields.all
        ),
    ]
}

/// The fields by which an organisation says who it is.
private enum OrganisationFields {
    static let all: [FieldDescription] = [
        .optional("name", "string", fr: "le nom", en: "the name"),
        .optional("legal_form", "string", fr: "la forme juridique", en: "the legal form"),
        .optional("siren", "string", fr: "le SIREN", en: "SIREN"),
        .optional("rna", "string", fr: "le RNA", en: "RNA"),
        .optional("object", "string", fr: "l'objet", en: "the object"),
        .optional("street", "string", fr: "la rue", en: "the street"),
        .optional("postal_code", "string", fr: "le code postal", en: "the postal code"),
        .optional("town", "string", fr: "la commune", en: "the town"),
        .optional("phone", "string", fr: "le téléphone", en: "the telephone"),
        .optional("email", "string", fr: "le courriel", en: "the mail address"),
        .optional("country", "string", .words(IssuingCountry.self)),
        .optional("currency", "string", fr: "EUR, GBP, USD ou CAD", en: "EUR, GBP, USD or CAD"),
        .optional(
            "vat_regime",
            "string",
            fr: "exempt_nonprofit, franchise, margin_scheme ou normal",
            en: "exempt_nonprofit, franchise, margin_scheme or normal"
        ),
        .optional("vat_number", "string", fr: "le numéro de TVA", en: "the VAT number"),
        .optional(
            "charity_number",
            "string",
            fr: "le numéro d'organisme de bienfaisance",
            en: "the charity number"
        ),
        .optional("receipt_authorisation", "string", .words(ReceiptAuthorisation.self)),
        .optional("receipt_category", "string", fr: "la catégorie fiscale", en: "the tax category"),
        .optional("signer", "string", fr: "qui signe", en: "who signs"),
        .optional("signer_title", "string", fr: "sa fonction", en: "their title"),
        .optional(
            "decree",
            "string",
            fr: "le décret d'utilité publique",
            en: "the decree of public benefit"
        ),
        .optional("decree_on", "string", fr: "sa date", en: "its day"),
    ]
}

extension FieldDescription {
    static let donation = FieldDescription("donation", "integer", .donation)
    static let donor = FieldDescription("donor", "integer", .donor)
    static let tongue = optional("language", "string", fr: "fr ou en", en: "fr or en")
    static let calendarYear = optional(
        "year",
        "integer",
        fr: "l'année civile",
        en: "the calendar year"
    )
    static let yearEnd = optional(
        "year_end",
        "string",
        fr: "le dernier jour de l'exercice",
        en: "the last day of the financial year"
    )
    static let dayOfTaxYear = optional(
        "day",
        "string",
        fr: "un jour de l'année fiscale, sinon aujourd'hui",
        en: "a day of the tax year, otherwise today"
    )
    static let firstDay = FieldDescription(
        "from",
        "string",
        Phrase(fr: "premier jour", en: "first day")
    )
    static let lastDay = FieldDescription(
        "to",
        "string",
        Phrase(fr: "dernier jour", en: "last day")
    )
}
