public import Domain

/// What people call an event of the record: most are named for the command that wrote them, some for a door behind one.
public enum EventWords {
    /// Nil for a name that is neither, such as one of a later version.
    public static func phrase(_ name: String, on map: LifecycleMap) -> Phrase? {
        byDoor[name] ?? Catalogue.commands.first { $0.name == name }?.summary
            ?? map.steps.first { $0.name.rawValue == name }?.label
    }

    /// What people call what an event is about; its kind and number as they stand where there is no word.
    public static func subject(_ subject: String, _ number: Int64) -> Phrase {
        if subject == Concern.device.rawValue, let label = try? LabelCode(device: number) {
            return Phrase(fr: label.text, en: label.text)
        }
        if let concern = Concern(rawValue: subject) {
            return concern.label(concern.field == nil ? nil : "\(number)")
        }
        let word = subjects[subject] ?? Phrase(fr: subject, en: subject)
        return Phrase(fr: "\(word.fr) \(number)", en: "\(word.en) \(number)")
    }

    private static let byDoor: [String: Phrase] = [
        "add-device": Phrase(fr: "enregistre un appareil", en: "enters a device"),
        "import-device": Phrase(fr: "importe un appareil", en: "imports a device"),
        "update-device": Phrase(fr: "met un appareil à jour", en: "updates a device"),
        "restore-device": Phrase(fr: "remet un appareil comme avant", en: "restores a device"),
        "absorb-device": Phrase(fr: "reçoit une autre fiche", en: "takes in another record"),
        "release-device": Phrase(fr: "rend une autre fiche", en: "gives back another record"),
        "issue-document": Phrase(fr: "émet un document", en: "issues a document"),
        "issue-voucher": Phrase(fr: "délivre un bon", en: "issues a voucher"),
        "merge-donor": Phrase(fr: "réunit deux donateurs", en: "merges two donors"),
        "announce-gift": Phrase(fr: "annonce un don", en: "announces a gift"),
        "adult-left": Phrase(fr: "quitte le foyer", en: "leaves the household"),
        "lapse-announcement": Phrase(fr: "laisse une annonce sans suite", en: "lets a gift lapse"),
        "record-hardware": Phrase(fr: "lit un relevé de matériel", en: "reads a hardware report"),
    ]

    private static let subjects: [String: Phrase] = [
        "site": Phrase(fr: "le site", en: "site"),
        "lot": Phrase(fr: "le lot", en: "lot"),
        "drive": Phrase(fr: "le support", en: "drive"),
        "sale": Phrase(fr: "la vente", en: "sale"),
        "voucher": Phrase(fr: "le bon", en: "voucher"),
        "shipment": Phrase(fr: "l'expédition", en: "shipment"),
        "placement": Phrase(fr: "la mise à disposition", en: "placement"),
        "register": Phrase(fr: "le livre de police", en: "register"),
        "closing": Phrase(fr: "la clôture", en: "closing"),
        "proposal": Phrase(fr: "la proposition", en: "proposal"),
        "announcement": Phrase(fr: "l'annonce", en: "announcement"),
        "house": Phrase(fr: "la maison", en: "house"),
    ]
}
