import Domain

extension Catalogue {
    static let placements: [CommandEntry] = [
        CommandEntry(
            PlaceDevice.self,
            fields: [
                FieldDescription("device", "string", .device),
                FieldDescription(
                    "kind",
                    "string",
                    Phrase(fr: "loan (prêt) ou gift (don)", en: "loan or gift")
                ),
                FieldDescription(
                    "taker",
                    "string",
                    Phrase(fr: "qui le reçoit", en: "who takes it")
                ),
                FieldDescription(
                    "agreement",
                    "string",
                    Phrase(fr: "la convention", en: "the agreement")
                ),
                FieldDescription(
                    "until",
                    "string",
                    required: false,
                    Phrase(fr: "dernier jour du prêt", en: "last day of the loan")
                ),
            ]
        ),
        CommandEntry(
            EndPlacement.self,
            fields: [FieldDescription("device", "string", .device), .fault]
        ),
    ]
}
