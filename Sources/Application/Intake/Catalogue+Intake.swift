import Domain

extension Catalogue {
    static let intake: [CommandEntry] = [
        CommandEntry(
            AddDevices.self,
            fields: [
                FieldDescription(
                    "donation",
                    "integer",
                    Phrase(fr: "le numéro du don", en: "the number of the donation")
                ),
                FieldDescription("kind", "string", .words(DeviceType.self)),
                FieldDescription(
                    "count",
                    "integer",
                    Phrase(fr: "combien, de 1 à 10 000", en: "how many, from 1 to 10,000")
                ),
                .optional("maker", "string", fr: "la marque de tous", en: "the maker of all"),
                .optional("model", "string", fr: "le modèle de tous", en: "the model of all"),
                .optional("place", "string", fr: "où ils sont rangés", en: "where they are put"),
                .optional(
                    "announced",
                    "boolean",
                    fr: "vrai s'ils ne sont qu'annoncés",
                    en: "true when they are only announced"
                ),
            ]
        )
    ]
}
