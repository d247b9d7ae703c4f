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
        ),
        CommandEntry(
            AddComponent.self,
            fields: [
                .device,
                FieldDescription(
                    "kind",
                    "string",
                    Phrase(fr: "ce que c'est", en: "what it is")
                ),
                .optional("maker", "string", fr: "la marque", en: "the maker"),
                .optional("model", "string", fr: "le modèle", en: "the model"),
                .optional("serial", "string", fr: "le numéro de série", en: "the serial number"),
                .optional(
                    "condition",
                    "string",
                    fr: "un de : unknown, working, faulty",
                    en: "one of: unknown, working, faulty"
                ),
            ]
        ),
        CommandEntry(HarvestComponent.self, fields: [.component]),
        CommandEntry(TransplantComponent.self, fields: [.component, .device]),
        CommandEntry(DismantleDevice.self, fields: [.device]),
        CommandEntry(
            CountPart.self,
            fields: [
                .part,
                FieldDescription(
                    "on_hand",
                    "integer",
                    Phrase(fr: "combien il y en a", en: "how many there are")
                ),
            ]
        ),
        CommandEntry(
            UsePart.self,
            fields: [
                .part, .device,
                .optional("quantity", "integer", fr: "combien, 1 sinon", en: "how many, else 1"),
            ]
        ),
    ]
}

extension FieldDescription {
    static let component = FieldDescription(
        "component",
        "integer",
        Phrase(fr: "le numéro de la pièce", en: "the number of the part")
    )
    static let part = FieldDescription(
        "part",
        "string",
        Phrase(fr: "le nom de la pièce comptée", en: "the name of the counted part")
    )
}
