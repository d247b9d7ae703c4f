import Domain

extension Catalogue {
    static let shipments: [CommandEntry] = [
        CommandEntry(
            PrepareShipment.self,
            fields: [
                FieldDescription("route", "string", .words(DisposalRoute.self)),
                FieldDescription(
                    "stream",
                    "string",
                    Phrase(fr: "ce qui part", en: "what leaves")
                ),
                .optional("waste_code", "string", fr: "le code déchet", en: "the waste code"),
                FieldDescription(
                    "carrier",
                    "string",
                    Phrase(fr: "le transporteur", en: "the carrier")
                ),
                FieldDescription(
                    "destination",
                    "string",
                    Phrase(fr: "le destinataire", en: "the destination")
                ),
            ]
        ),
        CommandEntry(
            Ship.self,
            fields: [
                .shipment,
                FieldDescription(
                    "slip",
                    "string",
                    Phrase(fr: "le numéro du bordereau", en: "the number of the slip")
                ),
                .optional(
                    "weight_g",
                    "integer",
                    fr: "le poids en grammes",
                    en: "the weight in grams"
                ),
            ]
        ),
        CommandEntry(
            AcknowledgeShipment.self,
            fields: [
                .shipment,
                .optional(
                    "on",
                    "string",
                    fr: "le jour, sinon aujourd'hui",
                    en: "the day, otherwise today"
                ),
                .optional(
                    "treatment",
                    "string",
                    fr: "le certificat de traitement",
                    en: "the certificate of treatment"
                ),
                .optional(
                    "weight_g",
                    "integer",
                    fr: "le poids en grammes",
                    en: "the weight in grams"
                ),
            ]
        ),
        CommandEntry(
            DisposeDevices.self,
            fields: [FieldDescription("devices", "array", .device), .shipment]
        ),
        CommandEntry(
            HandOverDrives.self,
            fields: [
                FieldDescription(
                    "drives",
                    "array",
                    Phrase(fr: "les supports", en: "the drives")
                ),
                .shipment,
            ]
        ),
    ]
}

extension FieldDescription {
    static let shipment = FieldDescription(
        "shipment",
        "integer",
        Phrase(fr: "le numéro de l'enlèvement", en: "the number of the shipment")
    )
}
