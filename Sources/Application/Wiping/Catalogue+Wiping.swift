import Domain

extension Catalogue {
    static let wiping: [CommandEntry] = [
        CommandEntry(
            CountDrives.self,
            fields: [
                .device,
                FieldDescription(
                    "drives",
                    "array",
                    Phrase(
                        fr:
                            "chaque support {serial, kind, capacity_gb, maker, model} ; [] s'il n'y en a pas",
                        en:
                            "each drive {serial, kind, capacity_gb, maker, model}; [] when there is none"
                    )
                ),
                .optional(
                    "missing",
                    "array",
                    fr: "numéros de série de supports qu'un rapport a vus et qui n'y sont pas",
                    en: "serial numbers of drives that a report found and that are not there"
                ),
            ]
        ),
        CommandEntry(
            RecordWipe.self,
            fields: [
                .device, .driveOfDevice,
                FieldDescription("method", "string", .words(SanitisationMethod.self)),
                FieldDescription("result", "string", .words(SanitisationResult.self)),
                .optional(
                    "verification",
                    "string",
                    fr: "relecture : last, all, none, unknown",
                    en: "read back: last, all, none, unknown"
                ),
                .optional(
                    "always_encrypted",
                    "boolean",
                    fr: "vrai si le support était chiffré depuis le début",
                    en: "true when the drive was encrypted from the start"
                ),
            ]
        ),
        CommandEntry(
            RecordWipeReport.self,
            fields: [
                FieldDescription(
                    "report",
                    "string",
                    Phrase(fr: "le texte du journal de nwipe", en: "the text of the log of nwipe")
                ),
                .optional(
                    "clock_offset_minutes",
                    "integer",
                    fr: "avance de l'horloge du poste sur UTC",
                    en: "how far the computer's clock was ahead of UTC"
                ),
            ]
        ),
        CommandEntry(
            RemoveDrive.self,
            fields: [
                .device, .driveOfDevice,
                FieldDescription("destination", "string", .words(RemoveDrive.Destination.self)),
                .optional("note", "string", fr: "une remarque", en: "a remark"),
            ]
        ),
        CommandEntry(
            DestroyDrive.self,
            fields: [
                .drive,
                FieldDescription(
                    "certificate",
                    "string",
                    Phrase(fr: "le certificat de destruction", en: "the certificate of destruction")
                ),
            ]
        ),
        CommandEntry(
            NoteCustody.self,
            fields: [
                .drive,
                FieldDescription("act", "string", .words(NoteCustody.Act.self)),
                .optional("place", "string", fr: "le lieu", en: "the place"),
                .optional(
                    "seal",
                    "string",
                    fr: "le numéro du scellé",
                    en: "the number of the seal"
                ),
                .optional("note", "string", fr: "une remarque", en: "a remark"),
            ]
        ),
        CommandEntry(
            CountCustody.self,
            fields: [
                FieldDescription(
                    "place",
                    "string",
                    Phrase(fr: "le lieu fermé à clé", en: "the locked place")
                ),
                FieldDescription(
                    "drives",
                    "array",
                    Phrase(fr: "les supports vus", en: "the drives seen")
                ),
                .optional(
                    "note",
                    "string",
                    fr: "d'où vient l'écart",
                    en: "where a difference comes from"
                ),
            ]
        ),
        CommandEntry(
            CheckWipe.self,
            fields: [
                FieldDescription(
                    "wipe",
                    "integer",
                    Phrase(fr: "le numéro de l'effacement", en: "the number of the wipe")
                ),
                FieldDescription(
                    "passed",
                    "boolean",
                    Phrase(fr: "vrai si rien n'a été relu", en: "true when nothing could be read")
                ),
                FieldDescription(
                    "tool",
                    "string",
                    Phrase(fr: "l'outil du contrôle", en: "what it was checked with")
                ),
            ]
        ),
    ]
}

extension FieldDescription {
    static let drive = FieldDescription(
        "drive",
        "string",
        Phrase(
            fr: "numéro de série du support, ou # et son numéro",
            en: "serial number of the drive, or # and its number"
        )
    )
    static let driveOfDevice = optional(
        "drive",
        "string",
        fr: "numéro de série du support, ou #2 pour le deuxième compté",
        en: "serial number of the drive, or #2 for the second one counted"
    )
}
