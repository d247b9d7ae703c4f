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
    ]
}
