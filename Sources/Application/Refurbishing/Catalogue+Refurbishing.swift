import Domain

extension Catalogue {
    static let refurbishing: [CommandEntry] = [
        CommandEntry(
            RecordTests.self,
            fields: [
                .device,
                FieldDescription(
                    "results",
                    "array",
                    Phrase(
                        fr: "chaque test {test, result, note}",
                        en: "each test {test, result, note}"
                    )
                ),
                .optional(
                    "others_pass",
                    "boolean",
                    fr: "vrai si tous les autres tests de la liste sont réussis",
                    en: "true when every other test of the list passes"
                ),
            ]
        )
    ]
}
