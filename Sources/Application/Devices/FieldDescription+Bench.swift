import Domain

extension Phrase {
    /// How a device is named in every command.
    static let device = Phrase(
        fr: "étiquette, numéro ou numéro de série de l'appareil",
        en: "label, number or serial number of the device"
    )

    /// The words of a vocabulary, as they are written in JSON.
    static func words<Word: Vocabulary>(_ type: Word.Type) -> Phrase {
        let list = Word.allCases.map(\.rawValue).joined(separator: ", ")
        return Phrase(fr: "un de : \(list)", en: "one of: \(list)")
    }
}

extension FieldDescription {
    static let device = FieldDescription("device", "string", .device)
    static let flag = FieldDescription("flag", "string", .words(FlagKind.self))
    static let step = FieldDescription(
        "step",
        "string",
        Phrase(fr: "l'étape de la carte", en: "the step of the map")
    )
    static let stepReason = optional("reason", "string", fr: "le motif", en: "the reason")

    static func optional(
        _ name: String,
        _ type: String,
        fr: String,
        en: String
    ) -> FieldDescription {
        FieldDescription(name, type, required: false, Phrase(fr: fr, en: en))
    }

    static func optional(_ name: String, _ type: String, _ meaning: Phrase) -> FieldDescription {
        FieldDescription(name, type, required: false, meaning)
    }
}
