import Domain

extension Catalogue {
    static let documents: [CommandEntry] = [
        CommandEntry(
            IssueReceipt.self,
            fields: [
                FieldDescription("donation", "integer", .donation)
            ]
        ),
        CommandEntry(
            IssueAttestation.self,
            fields: [
                FieldDescription("donation", "integer", .donation)
            ]
        ),
        CommandEntry(
            IssueDeed.self,
            fields: [
                FieldDescription("donation", "integer", .donation),
                FieldDescription(
                    "giver_signer",
                    "string",
                    Phrase(fr: "qui signe pour l'organisme", en: "who signs for the body")
                ),
                FieldDescription(
                    "giver_title",
                    "string",
                    Phrase(fr: "sa fonction", en: "their title")
                ),
                FieldDescription(
                    "commitment",
                    "string",
                    required: false,
                    Phrase(
                        fr: "la référence de l'engagement de réemploi",
                        en: "the reference of the commitment to reuse"
                    )
                ),
            ]
        ),
        CommandEntry(
            IssueErasureCertificate.self,
            fields: [
                FieldDescription("device", "string", required: false, .device),
                FieldDescription("donation", "integer", required: false, .donation),
                .optional(
                    "drive",
                    "string",
                    fr: "numéro de série du support, ou # et son numéro",
                    en: "serial number of the drive, or # and its number"
                ),
            ]
        ),
        CommandEntry(
            IssueSaleSlip.self,
            fields: [
                FieldDescription(
                    "sale",
                    "integer",
                    Phrase(fr: "le numéro de la vente", en: "the sale's number")
                ),
                FieldDescription(
                    "buyer_name",
                    "string",
                    required: false,
                    Phrase(fr: "l'acheteur, pour une facture", en: "the buyer, for an invoice")
                ),
                FieldDescription(
                    "buyer_street",
                    "string",
                    required: false,
                    Phrase(fr: "la rue", en: "the street")
                ),
                FieldDescription(
                    "buyer_postal_code",
                    "string",
                    required: false,
                    Phrase(fr: "le code postal", en: "the postal code")
                ),
                FieldDescription(
                    "buyer_town",
                    "string",
                    required: false,
                    Phrase(fr: "la commune", en: "the town")
                ),
                FieldDescription(
                    "language",
                    "string",
                    required: false,
                    Phrase(fr: "fr ou en", en: "fr or en")
                ),
            ]
        ),
        CommandEntry(
            IssueVoucherPaper.self,
            fields: [
                FieldDescription(
                    "voucher",
                    "string",
                    Phrase(fr: "le code du bon", en: "the voucher's code")
                ),
                FieldDescription(
                    "language",
                    "string",
                    required: false,
                    Phrase(fr: "fr ou en", en: "fr or en")
                ),
            ]
        ),
        CommandEntry(
            CancelDocument.self,
            fields: [
                FieldDescription("document", "string", .document),
                FieldDescription("reason", "string", Phrase(fr: "le motif", en: "the reason")),
            ]
        ),
        CommandEntry(
            ReplaceDocument.self,
            fields: [
                FieldDescription("document", "string", .document),
                FieldDescription("reason", "string", Phrase(fr: "le motif", en: "the reason")),
                .optional(
                    "language",
                    "string",
                    fr: "celle d'un bon, fr ou en ; les autres gardent la leur",
                    en: "that of a voucher's paper, fr or en; every other keeps its own"
                ),
            ]
        ),
        CommandEntry(
            ReprintDocument.self,
            fields: [
                FieldDescription("document", "string", .document)
            ]
        ),
    ]
}
