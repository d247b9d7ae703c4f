import Domain

extension Catalogue {
    static let grading: [CommandEntry] = [
        CommandEntry(
            GradeDevice.self,
            fields: [
                .device,
                FieldDescription("cosmetic", "string", .words(CosmeticCondition.self)),
                .optional("battery", "string", .words(GradeDevice.Battery.self)),
                .optional(
                    "battery_percent",
                    "integer",
                    fr: "la charge pleine en % de celle d'origine",
                    en: "the full charge in % of the original one"
                ),
                .optional("dead_pixels", "integer", fr: "les pixels morts", en: "the dead pixels"),
                .optional("cracked_screen", "boolean", fr: "écran fendu", en: "cracked screen"),
            ]
        ),
        CommandEntry(ShelveDevice.self, fields: [.device]),
        CommandEntry(PublishGradeTable.self, fields: gradeTableFields),
    ]

    private static let gradeTableFields: [FieldDescription] = [
        FieldDescription(
            "table",
            "string",
            Phrase(fr: "nom de la version, unique", en: "name of the version, unique")
        ),
        .optional(
            "from",
            "string",
            fr: "premier jour, aujourd'hui sinon",
            en: "first day, otherwise today"
        ),
        FieldDescription(
            "defect_limit",
            "integer",
            Phrase(
                fr: "défauts secondaires que la classe C admet",
                en: "secondary defects that grade C allows"
            )
        ),
        FieldDescription(
            "good_battery",
            "integer",
            Phrase(
                fr: "% à partir duquel la batterie est bonne",
                en: "% from which a battery is good"
            )
        ),
        FieldDescription(
            "fair_battery",
            "integer",
            Phrase(fr: "% à partir duquel elle laisse B", en: "% from which it leaves B")
        ),
        FieldDescription(
            "worn_battery",
            "integer",
            Phrase(
                fr: "% à partir duquel elle laisse C ; en dessous elle est hors service",
                en: "% from which it leaves C; below, it is out of service"
            )
        ),
        FieldDescription(
            "dead_pixels",
            "integer",
            Phrase(
                fr: "pixels morts à partir desquels B est le mieux",
                en: "dead pixels from which B is the best"
            )
        ),
        .optional("source", "string", fr: "qui l'a décidé", en: "who decided it"),
    ]
}
