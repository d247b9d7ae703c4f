import Domain

extension Catalogue {
    static let donationEntries: [CommandEntry] = [
        CommandEntry(
            CloseRegister.self,
            fields: [FieldDescription("year", "integer", Phrase(fr: "l'année", en: "the year"))]
        ),
        CommandEntry(
            AnnounceDonation.self,
            fields: [
                FieldDescription("donor", "integer", .donor),
                FieldDescription(
                    "lines",
                    "array",
                    Phrase(
                        fr:
                            "kind, maker, model, made_in, description, quantity, declared_unit_cents",
                        en:
                            "kind, maker, model, made_in, description, quantity, declared_unit_cents"
                    )
                ),
                FieldDescription(
                    "announced_on",
                    "string",
                    required: false,
                    Phrase(fr: "le jour, aujourd'hui si absent", en: "the day, today when absent")
                ),
                FieldDescription(
                    "reference",
                    "string",
                    required: false,
                    Phrase(fr: "la référence du donateur", en: "the donor's reference")
                ),
                FieldDescription(
                    "origin_regime",
                    "string",
                    required: false,
                    Phrase(
                        fr: "private, public_resale ou public_no_resale ; déduit si absent",
                        en: "private, public_resale or public_no_resale; derived when absent"
                    )
                ),
                FieldDescription(
                    "origin_class",
                    "string",
                    required: false,
                    Phrase(
                        fr: "individual, business, public ou sensitive ; déduit si absent",
                        en: "individual, business, public or sensitive; derived when absent"
                    )
                ),
                FieldDescription(
                    "required_level",
                    "string",
                    required: false,
                    Phrase(fr: "clear, purge ou destroy", en: "clear, purge or destroy")
                ),
                FieldDescription(
                    "deed_reference",
                    "string",
                    required: false,
                    Phrase(
                        fr: "la décision de l'organisme public",
                        en: "the public body's decision"
                    )
                ),
                FieldDescription(
                    "deed_date",
                    "string",
                    required: false,
                    Phrase(fr: "le jour de la décision", en: "the day of the decision")
                ),
                FieldDescription(
                    "counterpart_cents",
                    "integer",
                    required: false,
                    Phrase(
                        fr: "la contrepartie reçue, en centimes",
                        en: "what the donor gets in return, in cents"
                    )
                ),
            ]
        ),
        CommandEntry(
            CorrectDonation.self,
            fields: [
                FieldDescription("donation", "integer", .donation),
                FieldDescription(
                    "lines",
                    "array",
                    required: false,
                    Phrase(
                        fr: "line, quantity, declared_unit_cents",
                        en: "line, quantity, declared_unit_cents"
                    )
                ),
                FieldDescription(
                    "reference",
                    "string",
                    required: false,
                    Phrase(fr: "la référence du donateur", en: "the donor's reference")
                ),
                FieldDescription(
                    "deed_reference",
                    "string",
                    required: false,
                    Phrase(fr: "la décision", en: "the decision")
                ),
                FieldDescription(
                    "deed_date",
                    "string",
                    required: false,
                    Phrase(fr: "le jour de la décision", en: "the day of the decision")
                ),
                FieldDescription(
                    "counterpart_cents",
                    "integer",
                    required: false,
                    Phrase(fr: "la contrepartie, en centimes", en: "the counterpart, in cents")
                ),
            ]
        ),
        CommandEntry(
            ReceiveDonation.self,
            fields: [
                FieldDescription("donation", "integer", .donation),
                FieldDescription(
                    "received_on",
                    "string",
                    required: false,
                    Phrase(
                        fr: "le jour de remise, aujourd'hui si absent",
                        en: "the day of hand-over, today when absent"
                    )
                ),
                FieldDescription(
                    "handed_over_by",
                    "string",
                    Phrase(fr: "qui a remis", en: "who handed over")
                ),
                FieldDescription(
                    "counts",
                    "array",
                    required: false,
                    Phrase(
                        fr: "line, received : ce qui diffère de l'annonce",
                        en: "line, received: what differs from the announcement"
                    )
                ),
                FieldDescription(
                    "identity_paper",
                    "object",
                    required: false,
                    Phrase(
                        fr: "nature, number, issued_on, authority",
                        en: "nature, number, issued_on, authority"
                    )
                ),
            ]
        ),
        CommandEntry(
            ReconcileDonation.self,
            fields: [
                FieldDescription("donation", "integer", .donation),
                FieldDescription(
                    "lines",
                    "array",
                    required: false,
                    Phrase(
                        fr:
                            "line, received, accepted, refused, refusal_reason, waste_status ; sans line : non annoncé",
                        en:
                            "line, received, accepted, refused, refusal_reason, waste_status; without line: not announced"
                    )
                ),
            ]
        ),
        CommandEntry(
            ValueDonation.self,
            fields: [
                FieldDescription("donation", "integer", .donation),
                FieldDescription(
                    "basis",
                    "string",
                    required: false,
                    Phrase(
                        fr:
                            "cost_price, stock_value, net_book_value, market_value ou donor_estimate",
                        en:
                            "cost_price, stock_value, net_book_value, market_value or donor_estimate"
                    )
                ),
                FieldDescription(
                    "unit_cents",
                    "integer",
                    required: false,
                    Phrase(
                        fr: "la valeur de chaque article, en centimes",
                        en: "the value of every item, in cents"
                    )
                ),
                FieldDescription(
                    "total_cents",
                    "integer",
                    required: false,
                    Phrase(
                        fr: "la valeur de tout ce qui est accepté, en centimes",
                        en: "the value of all that is accepted, in cents"
                    )
                ),
                FieldDescription(
                    "lines",
                    "array",
                    required: false,
                    Phrase(
                        fr:
                            "line, unit_cents ; d'un particulier : line, estimate_cents, made_in, condition, kept_cents, reason",
                        en:
                            "line, unit_cents; of an individual: line, estimate_cents, made_in, condition, kept_cents, reason"
                    )
                ),
                FieldDescription(
                    "letter",
                    "string",
                    required: false,
                    Phrase(fr: "le fichier de la lettre", en: "the letter's file")
                ),
                FieldDescription(
                    "letter_on",
                    "string",
                    required: false,
                    Phrase(fr: "le jour de la lettre", en: "the day of the letter")
                ),
                FieldDescription(
                    "signer",
                    "string",
                    required: false,
                    Phrase(fr: "le signataire", en: "who signed")
                ),
            ]
        ),
        CommandEntry(
            PublishValuationGrid.self,
            fields: [
                FieldDescription(
                    "grid",
                    "string",
                    Phrase(fr: "le nom de la grille", en: "the grid's name")
                ),
                FieldDescription(
                    "from",
                    "string",
                    Phrase(fr: "le premier jour", en: "the first day")
                ),
                FieldDescription(
                    "rows",
                    "array",
                    Phrase(
                        fr: "kind, made_from, condition (a à d), cents",
                        en: "kind, made_from, condition (a to d), cents"
                    )
                ),
            ]
        ),
        CommandEntry(
            AcceptAnnouncement.self,
            fields: [
                FieldDescription("announcement", "integer", .announcement),
                FieldDescription(
                    "donor",
                    "integer",
                    required: false,
                    Phrase(
                        fr: "le donateur s'il est connu ; sinon il est créé",
                        en: "the donor when known; else one is written down"
                    )
                ),
            ]
        ),
        CommandEntry(
            RefuseAnnouncement.self,
            fields: [
                FieldDescription("announcement", "integer", .announcement),
                FieldDescription(
                    "reason",
                    "string",
                    Phrase(fr: "le motif, dit au donateur", en: "the reason, told to the donor")
                ),
            ]
        ),
        CommandEntry(
            CancelDonation.self,
            fields: [
                FieldDescription("donation", "integer", .donation),
                FieldDescription("reason", "string", Phrase(fr: "le motif", en: "the reason")),
            ]
        ),
    ]
}
