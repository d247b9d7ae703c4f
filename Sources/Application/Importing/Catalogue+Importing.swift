import Domain

extension Catalogue {
    static let importing: [CommandEntry] = [
        CommandEntry(
            RecordHardwareReport.self,
            fields: [
                FieldDescription(
                    "report",
                    "string",
                    Phrase(fr: "le texte du rapport", en: "the text of the report")
                ),
                .optional(
                    "device",
                    "string",
                    fr: "l'appareil, quand une personne le nomme",
                    en: "the device, when a person names it"
                ),
                .optional(
                    "donation",
                    "integer",
                    fr: "le don sous lequel arrive un appareil inconnu",
                    en: "the donation under which an unknown device comes"
                ),
                .optional(
                    "kind",
                    "string",
                    fr: "ce que c'est, quand le boîtier ne le dit pas",
                    en: "what it is, when its case does not tell"
                ),
            ]
        )
    ]
}
