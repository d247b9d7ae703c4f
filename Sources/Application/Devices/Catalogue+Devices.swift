import Domain

extension Catalogue {
    static let devices: [CommandEntry] = [
        CommandEntry(TakeStep.self, fields: [.device, .step, .stepReason]),
        CommandEntry(
            TakeSteps.self,
            fields: [
                FieldDescription("devices", "array", .device), .step, .stepReason,
                FieldDescription(
                    "strict",
                    "boolean",
                    required: false,
                    Phrase(
                        fr: "vrai (par défaut) : tous ou aucun ; faux : ceux qui le peuvent",
                        en: "true (the default): all or none; false: those that can"
                    )
                ),
            ]
        ),
        describing,
        CommandEntry(
            MoveDevice.self,
            fields: [
                .device,
                .optional(
                    "place",
                    "string",
                    fr: "le lieu, par son nom ou son chemin",
                    en: "the place, by name or way"
                ),
                .optional("lot", "string", fr: "le lot", en: "the lot"),
            ]
        ),
        CommandEntry(
            RaiseFlag.self,
            fields: [
                .device, .flag,
                FieldDescription(
                    "note",
                    "string",
                    Phrase(fr: "ce qui a été vu", en: "what was found")
                ),
            ]
        ),
        CommandEntry(
            LiftFlag.self,
            fields: [
                .device, .flag,
                FieldDescription("reason", "string", Phrase(fr: "le motif", en: "the reason")),
            ]
        ),
        CommandEntry(
            FindDevice.self,
            fields: [
                .device,
                .optional("note", "string", fr: "où et comment", en: "where and how"),
            ]
        ),
        CommandEntry(
            MergeDevice.self,
            fields: [
                .device,
                FieldDescription(
                    "into",
                    "string",
                    Phrase(fr: "la fiche qui demeure", en: "the record that stays")
                ),
                FieldDescription("reason", "string", Phrase(fr: "le motif", en: "the reason")),
            ]
        ),
        CommandEntry(
            SplitDevice.self,
            fields: [
                .device,
                FieldDescription("reason", "string", Phrase(fr: "le motif", en: "the reason")),
            ]
        ),
        CommandEntry(
            DecideDoubt.self,
            fields: [
                FieldDescription("doubt", "integer", Phrase(fr: "le doute", en: "the doubt")),
                FieldDescription(
                    "decision",
                    "string",
                    Phrase(fr: "same ou different", en: "same or different")
                ),
            ]
        ),
        addingSite, addingPlace, changingPlace, retiringPlace, addingLot,
    ]

    private static let describing = CommandEntry(
        DescribeDevice.self,
        fields: [
            .device,
            .optional("version", "integer", fr: "la version lue", en: "the version that was read"),
            .optional("kind", "string", .words(DeviceType.self)),
            .optional("maker", "string", fr: "la marque", en: "the maker"),
            .optional("model", "string", fr: "le modèle", en: "the model"),
            .optional("serial", "string", fr: "le numéro de série", en: "the serial number"),
            .optional(
                "external_ref",
                "string",
                fr: "le numéro du donateur",
                en: "the donor's number"
            ),
            .optional("cpu", "string", fr: "le processeur", en: "the processor"),
            .optional("ram_mb", "integer", fr: "la mémoire en Mo", en: "the memory in MB"),
            .optional("storage_gb", "integer", fr: "le stockage en Go", en: "the storage in GB"),
            .optional(
                "storage_kind",
                "string",
                fr: "le genre de stockage",
                en: "the kind of storage"
            ),
            .optional("os", "string", fr: "le système", en: "the system"),
            .optional("weight_g", "integer", fr: "le poids en grammes", en: "the weight in grams"),
            .optional("comment", "string", fr: "une remarque", en: "a remark"),
        ]
    )

    private static let addingSite = CommandEntry(
        AddSite.self,
        fields: [
            FieldDescription("site", "string", Phrase(fr: "le nom du site", en: "the site's name")),
            .optional(
                "address",
                "array",
                fr: "les lignes de l'adresse",
                en: "the lines of the address"
            ),
        ]
    )

    private static let addingPlace = CommandEntry(
        AddPlace.self,
        fields: [
            FieldDescription(
                "place",
                "string",
                Phrase(fr: "le nom du lieu", en: "the place's name")
            ),
            .optional("site", "string", fr: "le site", en: "the site"),
            .optional("within", "string", fr: "le lieu qui l'entoure", en: "the place around it"),
            .optional(
                "locked",
                "boolean",
                fr: "zone fermée",
                en: "locked zone"
            ),
        ]
    )

    private static let changingPlace = CommandEntry(
        ChangePlace.self,
        fields: [
            FieldDescription(
                "place",
                "string",
                Phrase(fr: "le lieu, par son nom ou son chemin", en: "the place, by name or way")
            ),
            .optional("name", "string", fr: "son nouveau nom", en: "its new name"),
            .optional(
                "within",
                "string",
                fr: "le lieu où il va, par son nom ou son chemin",
                en: "the place that it goes into, by name or way"
            ),
            .optional(
                "site",
                "string",
                fr: "le site en haut duquel il va, sans autre lieu",
                en: "the site to whose top it goes, without another place"
            ),
            .optional(
                "locked",
                "boolean",
                fr: "zone fermée",
                en: "locked zone"
            ),
        ]
    )

    private static let retiringPlace = CommandEntry(
        RetirePlace.self,
        fields: [
            FieldDescription(
                "place",
                "string",
                Phrase(fr: "le lieu, par son nom ou son chemin", en: "the place, by name or way")
            )
        ]
    )

    private static let addingLot = CommandEntry(
        AddLot.self,
        fields: [
            FieldDescription("lot", "string", Phrase(fr: "le nom du lot", en: "the lot's name")),
            .optional("kind", "string", fr: "son usage", en: "what it is for"),
        ]
    )
}
