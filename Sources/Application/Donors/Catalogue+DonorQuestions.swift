import Domain

extension Catalogue {
    /// How a list of donors is shown, whatever chose them.
    private static let donorColumns: [AnswerColumn] = [
        AnswerColumn("donor", Phrase(fr: "n°", en: "no."), .number),
        AnswerColumn("kind", Phrase(fr: "genre", en: "kind")),
        AnswerColumn("name", Phrase(fr: "nom", en: "name")),
        AnswerColumn("siren", Phrase(fr: "SIREN", en: "SIREN")),
        AnswerColumn("donations", Phrase(fr: "dons", en: "donations"), .number),
    ]

    static let donorQuestions: [QuestionEntry] = [
        QuestionEntry(
            ShowDonor.self,
            fields: [
                FieldDescription("donor", "integer", .donor)
            ],
            columns: [
                AnswerColumn("donor.donor", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("donor.name", Phrase(fr: "nom", en: "name")),
                AnswerColumn("donor.kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("donor.siren", Phrase(fr: "SIREN", en: "SIREN")),
                AnswerColumn("donor.email", Phrase(fr: "courriel", en: "mail")),
                AnswerColumn("donor.donations", Phrase(fr: "dons", en: "donations"), .number),
            ]
        ),
        QuestionEntry(
            ListDonorLinks.self,
            fields: [FieldDescription("donor", "integer", .donor)],
            columns: [
                AnswerColumn("link", Phrase(fr: "lien", en: "link"), .number),
                AnswerColumn("made_at", Phrase(fr: "fait le", en: "made at")),
                AnswerColumn("made_by", Phrase(fr: "par", en: "by")),
                AnswerColumn("last_day", Phrase(fr: "dernier jour", en: "last day")),
                AnswerColumn("open", Phrase(fr: "ouvert", en: "open")),
            ]
        ),
        QuestionEntry(
            ListDonors.self,
            fields: [
                FieldDescription(
                    "kind",
                    "string",
                    required: false,
                    Phrase(fr: "le genre", en: "the kind")
                ),
                .afterNumber,
                .limit,
            ],
            columns: donorColumns
        ),
        QuestionEntry(
            FindDonor.self,
            fields: [
                FieldDescription(
                    "text",
                    "string",
                    Phrase(
                        fr: "des mots du nom, un SIREN, un courriel",
                        en: "words of the name, a SIREN, an address of mail"
                    )
                ),
                .limit,
            ],
            columns: donorColumns
        ),
        QuestionEntry(
            ShowDonation.self,
            fields: [
                FieldDescription("donation", "integer", .donation),
                FieldDescription(
                    "after",
                    "integer",
                    required: false,
                    Phrase(
                        fr: "le dernier appareil de la page d'avant",
                        en: "the last device of the page before"
                    )
                ),
                .limit,
            ],
            columns: [
                AnswerColumn("donation.donation", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("donation.donor_name", Phrase(fr: "donateur", en: "donor")),
                AnswerColumn("donation.status", Phrase(fr: "état", en: "status")),
                AnswerColumn("donation.received_on", Phrase(fr: "reçu le", en: "received on")),
            ]
        ),
        QuestionEntry(
            ShowAnnouncement.self,
            fields: [FieldDescription("announcement", "integer", .announcement)],
            columns: [
                AnswerColumn("announcement.announcement", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("announcement.announced_on", Phrase(fr: "le", en: "on")),
                AnswerColumn("announcement.name", Phrase(fr: "nom", en: "name")),
                AnswerColumn("announcement.outcome", Phrase(fr: "réponse", en: "answer")),
                AnswerColumn("announcement.donation", Phrase(fr: "don", en: "donation"), .number),
            ]
        ),
        QuestionEntry(
            ListAnnouncements.self,
            fields: [
                FieldDescription(
                    "all",
                    "boolean",
                    required: false,
                    Phrase(fr: "aussi celles qui ont leur réponse", en: "answered ones as well")
                ),
                .afterNumber,
                .limit,
            ],
            columns: [
                AnswerColumn("announcement", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("announced_on", Phrase(fr: "le", en: "on")),
                AnswerColumn("donor_kind", Phrase(fr: "genre", en: "kind")),
                AnswerColumn("name", Phrase(fr: "nom", en: "name")),
                AnswerColumn("file_name", Phrase(fr: "liste", en: "list")),
                AnswerColumn("outcome", Phrase(fr: "réponse", en: "answer")),
                AnswerColumn("donation", Phrase(fr: "don", en: "donation"), .number),
            ]
        ),
        QuestionEntry(
            ListDonations.self,
            fields: [
                FieldDescription("donor", "integer", required: false, .donor),
                FieldDescription(
                    "status",
                    "string",
                    required: false,
                    Phrase(
                        fr: "announced, received, reconciled ou cancelled",
                        en: "announced, received, reconciled or cancelled"
                    )
                ),
                .afterNumber,
                .limit,
                FieldDescription(
                    "newest_first",
                    "boolean",
                    required: false,
                    Phrase(
                        fr: "le plus récent d'abord ; les suivants sont alors plus anciens",
                        en: "the newest first; those after it are older then"
                    )
                ),
            ],
            columns: [
                AnswerColumn("donation", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("donor_name", Phrase(fr: "donateur", en: "donor")),
                AnswerColumn("status", Phrase(fr: "état", en: "status")),
                AnswerColumn("received_on", Phrase(fr: "reçu le", en: "received on")),
                AnswerColumn("origin_regime", Phrase(fr: "régime", en: "regime")),
            ]
        ),
        QuestionEntry(
            DonationOutcome.self,
            fields: [
                FieldDescription("donation", "integer", required: false, .donation),
                FieldDescription("donor", "integer", required: false, .donor),
            ],
            columns: [
                AnswerColumn("units_in", Phrase(fr: "appareils", en: "devices"), .number),
                AnswerColumn("units.sold", Phrase(fr: "vendus", en: "sold"), .number),
                AnswerColumn("units.given", Phrase(fr: "donnés", en: "given"), .number),
                AnswerColumn("units.placed", Phrase(fr: "confiés", en: "placed"), .number),
                AnswerColumn("units.parts", Phrase(fr: "pièces", en: "parts"), .number),
                AnswerColumn("units.recycled", Phrase(fr: "recyclés", en: "recycled"), .number),
                AnswerColumn("units.returned", Phrase(fr: "rendus", en: "returned"), .number),
                AnswerColumn("units.waiting", Phrase(fr: "en cours", en: "waiting"), .number),
            ]
        ),
        QuestionEntry(
            ShowRegister.self,
            fields: [
                FieldDescription("year", "integer", Phrase(fr: "l'année", en: "the year")),
                .afterNumber,
                .limit,
            ],
            columns: [
                AnswerColumn("no", Phrase(fr: "n°", en: "no."), .number),
                AnswerColumn("entered_on", Phrase(fr: "le", en: "on")),
                AnswerColumn("quantity", Phrase(fr: "qté", en: "qty"), .number),
                AnswerColumn("description", Phrase(fr: "description", en: "description")),
                AnswerColumn("value_cents", Phrase(fr: "valeur", en: "value"), .cents),
                AnswerColumn("source", Phrase(fr: "provenance", en: "source")),
            ]
        ),
    ]
}
