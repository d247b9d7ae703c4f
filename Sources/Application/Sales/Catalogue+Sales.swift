import Domain

extension Catalogue {
    static let sales: [CommandEntry] = [
        CommandEntry(
            ReserveDevice.self,
            fields: [.voucher, FieldDescription("device", "string", .device)]
        ),
        CommandEntry(
            ReleaseReservation.self,
            fields: [
                FieldDescription("device", "string", .device),
                FieldDescription(
                    "reason",
                    "string",
                    required: false,
                    Phrase(fr: "le motif", en: "the reason")
                ),
            ]
        ),
        CommandEntry(ReleaseExpiredReservations.self, fields: []),
        CommandEntry(
            LowerPrice.self,
            fields: [
                .voucher, FieldDescription("device", "string", .device),
                FieldDescription(
                    "cents",
                    "integer",
                    Phrase(
                        fr: "le prix, en centimes, la moitié au moins de celui de la grille",
                        en: "the price, in cents, half of the grid's at least"
                    )
                ),
                FieldDescription(
                    "reason",
                    "string",
                    Phrase(fr: "le motif", en: "the reason")
                ),
            ]
        ),
        CommandEntry(SellDevice.self, fields: sellingFields),
        CommandEntry(
            TakeBackDevice.self,
            fields: [
                FieldDescription("device", "string", .device),
                FieldDescription(
                    "cause",
                    "string",
                    Phrase(
                        fr: "withdrawal_14_days, warranty, trade_in ou end_of_placement",
                        en: "withdrawal_14_days, warranty, trade_in or end_of_placement"
                    )
                ), .fault,
                FieldDescription(
                    "refund_cents",
                    "integer",
                    required: false,
                    Phrase(
                        fr: "ce qui est remboursé, en centimes ; une rétractation rend tout",
                        en: "what is refunded, in cents; a withdrawal gives all back"
                    )
                ),
            ]
        ),
        CommandEntry(
            OpenWarrantyCase.self,
            fields: [
                FieldDescription("sale", "integer", Phrase(fr: "la vente", en: "the sale")),
                FieldDescription("fault", "string", Phrase(fr: "le défaut", en: "the fault")),
                FieldDescription(
                    "shown_on",
                    "string",
                    required: false,
                    Phrase(fr: "jour où le défaut est apparu", en: "day on which it showed")
                ),
            ]
        ),
        CommandEntry(
            CloseWarrantyCase.self,
            fields: [
                FieldDescription("case", "integer", Phrase(fr: "le dossier", en: "the case")),
                FieldDescription(
                    "outcome",
                    "string",
                    Phrase(
                        fr: "repaired, replaced, refunded ou rejected",
                        en: "repaired, replaced, refunded or rejected"
                    )
                ),
            ]
        ),
        CommandEntry(
            PayInstalment.self,
            fields: [
                FieldDescription("sale", "integer", Phrase(fr: "la vente", en: "the sale")),
                FieldDescription(
                    "payments",
                    "array",
                    Phrase(
                        fr: "method, cents et, en espèces, tendered (ce qui est donné)",
                        en: "method, cents and, in cash, tendered (what is put down)"
                    )
                ),
            ]
        ),
        CommandEntry(CloseDay.self, fields: [.dayOfPeriod]),
        CommandEntry(CloseMonth.self, fields: [.dayOfPeriod]),
        CommandEntry(CloseYear.self, fields: [.dayOfPeriod]),
    ]

    private static let sellingFields: [FieldDescription] = [
        .voucher, FieldDescription("device", "string", .device),
        FieldDescription(
            "expected_cents",
            "integer",
            Phrase(fr: "le prix annoncé, en centimes", en: "the price that was shown, in cents")
        ),
        FieldDescription(
            "payments",
            "array",
            Phrase(
                fr: "method, cents et, en espèces, tendered (ce qui est donné)",
                en: "method, cents and, in cash, tendered (what is put down)"
            )
        ),
        FieldDescription(
            "adjusted_cents",
            "integer",
            required: false,
            Phrase(fr: "un prix plus bas, de moitié au plus", en: "a lower price, by half at most")
        ),
        FieldDescription(
            "adjustment_reason",
            "string",
            required: false,
            Phrase(fr: "pourquoi il est plus bas", en: "why it is lower")
        ),
        FieldDescription(
            "instalments",
            "integer",
            required: false,
            Phrase(fr: "en combien de fois, de 2 à 4", en: "in how many payments, from 2 to 4")
        ),
    ]
}

extension FieldDescription {
    static let voucher = FieldDescription(
        "voucher",
        "string",
        Phrase(fr: "le code du bon", en: "the voucher's code")
    )
    static let fault = FieldDescription(
        "fault",
        "string",
        required: false,
        Phrase(fr: "le défaut constaté", en: "the fault that was found")
    )
    fileprivate static let dayOfPeriod = FieldDescription(
        "day",
        "string",
        required: false,
        Phrase(fr: "un jour de la période, aujourd'hui sinon", en: "a day of it, otherwise today")
    )
}
