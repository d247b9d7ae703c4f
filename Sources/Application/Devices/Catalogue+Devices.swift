import Domain

extension Catalogue {
    static let devices: [CommandEntry] = [
        CommandEntry(
            TakeStep.self,
            fields: [
                FieldDescription("device", "string", .device),
                FieldDescription(
                    "step",
                    "string",
                    Phrase(fr: "l'étape de la carte", en: "the step of the map")
                ),
                FieldDescription(
                    "reason",
                    "string",
                    required: false,
                    Phrase(fr: "le motif", en: "the reason")
                ),
            ]
        )
    ]
}

extension Phrase {
    /// How a device is named in every command.
    static let device = Phrase(
        fr: "étiquette, numéro ou numéro de série de l'appareil",
        en: "label, number or serial number of the device"
    )
}
