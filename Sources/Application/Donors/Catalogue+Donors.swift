import Domain

extension Catalogue {
    /// What is known of a donor besides kind and name: the same fields for a new one and for a correction.
    private static let donorDetails: [FieldDescription] = [
        FieldDescription(
            "legal_form",
            "string",
            required: false,
            Phrase(fr: "la forme juridique", en: "the legal form")
        ),
        FieldDescription(
            "siren",
            "string",
            required: false,
            Phrase(fr: "neuf chiffres", en: "nine digits")
        ),
        FieldDescription(
            "siret",
            "string",
            required: false,
            Phrase(fr: "quatorze chiffres", en: "fourteen digits")
        ),
        FieldDescription(
            "street",
            "string",
            required: false,
            Phrase(fr: "la rue", en: "the street")
        ),
        FieldDescription(
            "postal_code",
            "string",
            required: false,
            Phrase(fr: "le code postal", en: "the postal code")
        ),
        FieldDescription(
            "town",
            "string",
            required: false,
            Phrase(fr: "la commune", en: "the town")
        ),
        FieldDescription(
            "country",
            "string",
            required: false,
            Phrase(fr: "le pays, FR si absent", en: "the country, FR when absent")
        ),
        FieldDescription(
            "email",
            "string",
            required: false,
            Phrase(fr: "le courriel", en: "the address of mail")
        ),
        FieldDescription(
            "phone",
            "string",
            required: false,
            Phrase(fr: "le téléphone", en: "the telephone")
        ),
        FieldDescription(
            "language",
            "string",
            required: false,
            Phrase(fr: "fr ou en", en: "fr or en")
        ),
    ]

    static let donors: [CommandEntry] = donorEntries + donationEntries

    private static let donorEntries: [CommandEntry] = [
        CommandEntry(
            AddDonor.self,
            fields: [
                FieldDescription(
                    "kind",
                    "string",
                    Phrase(
                        fr: "individual, company, public_body ou association",
                        en: "individual, company, public_body or association"
                    )
                ),
                FieldDescription("name", "string", Phrase(fr: "le nom", en: "the name")),
            ] + donorDetails
        ),
        CommandEntry(
            ChangeDonor.self,
            fields: [
                FieldDescription("donor", "integer", .donor),
                FieldDescription(
                    "kind",
                    "string",
                    required: false,
                    Phrase(
                        fr: "individual, company, public_body ou association",
                        en: "individual, company, public_body or association"
                    )
                ),
                FieldDescription(
                    "name",
                    "string",
                    required: false,
                    Phrase(fr: "le nom", en: "the name")
                ),
            ] + donorDetails
        ),
        CommandEntry(
            MergeDonors.self,
            fields: [
                FieldDescription(
                    "donor",
                    "integer",
                    Phrase(fr: "la fiche qui disparaît", en: "the entry that goes")
                ),
                FieldDescription(
                    "into",
                    "integer",
                    Phrase(fr: "la fiche qui reste", en: "the entry that stays")
                ),
            ]
        ),
        CommandEntry(
            AddDonorContact.self,
            fields: [
                FieldDescription("donor", "integer", .donor),
                FieldDescription("name", "string", Phrase(fr: "le nom", en: "the name")),
                FieldDescription(
                    "role",
                    "string",
                    required: false,
                    Phrase(fr: "la fonction", en: "what they do")
                ),
                FieldDescription(
                    "email",
                    "string",
                    required: false,
                    Phrase(fr: "le courriel", en: "the address of mail")
                ),
                FieldDescription(
                    "phone",
                    "string",
                    required: false,
                    Phrase(fr: "le téléphone", en: "the telephone")
                ),
            ]
        ),
        CommandEntry(
            EndDonorContact.self,
            fields: [
                FieldDescription("donor", "integer", .donor),
                FieldDescription(
                    "contact",
                    "integer",
                    Phrase(fr: "le numéro du contact", en: "the contact's number")
                ),
            ]
        ),
        CommandEntry(
            RecordDonorConsent.self,
            fields: [
                FieldDescription("donor", "integer", .donor),
                FieldDescription(
                    "purpose",
                    "string",
                    Phrase(fr: "la finalité, comme mail", en: "the purpose, such as mail")
                ),
                FieldDescription(
                    "given",
                    "boolean",
                    Phrase(fr: "accord ou opposition", en: "agreed or objected")
                ),
                FieldDescription(
                    "how",
                    "string",
                    Phrase(fr: "comment cela fut dit", en: "how it was said")
                ),
            ]
        ),
        CommandEntry(
            MakeDonorLink.self,
            fields: [
                FieldDescription("donor", "integer", .donor),
                FieldDescription(
                    "days",
                    "integer",
                    required: false,
                    Phrase(fr: "combien de jours, 90 si absent", en: "for how many days; 90")
                ),
            ]
        ),
        CommandEntry(
            RevokeDonorLinks.self,
            fields: [
                FieldDescription("donor", "integer", .donor),
                FieldDescription(
                    "link",
                    "integer",
                    required: false,
                    Phrase(fr: "le lien ; tous si absent", en: "the link; all when absent")
                ),
            ]
        ),
    ]
}

extension Phrase {
    static let donor = Phrase(fr: "le numéro du donateur", en: "the donor's number")
    static let donation = Phrase(fr: "le numéro du don", en: "the donation's number")
    static let document = Phrase(
        fr: "le numéro imprimé, comme RFE-2026-000001",
        en: "the printed number, such as RFE-2026-000001"
    )
    static let announcement = Phrase(
        fr: "le numéro du don annoncé",
        en: "the number of the announced gift"
    )
}
