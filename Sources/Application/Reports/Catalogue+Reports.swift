import Domain

extension Catalogue {
    static let reportQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListDevices.self,
            fields: [
                .optional("state", "string", fr: "l'état", en: "the state"),
                .optional("kind", "string", .words(DeviceType.self)),
                .optional("place", "string", fr: "le lieu", en: "the place"),
                .optional("donation", "integer", fr: "le don", en: "the donation"),
                .optional(
                    "text",
                    "string",
                    fr: "marque, modèle ou numéro, ou des parties de ceux-ci",
                    en: "maker, model or number, or parts of these"
                ),
            ] + FieldDescription.page,
            columns: [
                .device, .kind, .maker, .model, column("serial", "série", "serial"), .state,
                column("grade", "classe", "grade"), .place, .since,
                AnswerColumn(
                    "likeness",
                    Phrase(fr: "ressemblance, en %", en: "likeness, in %"),
                    .number,
                    isOccasional: true
                ),
            ]
        ),
        QuestionEntry(
            LookUpDevice.self,
            fields: [.device],
            columns: [
                .device, .kind, .maker, .model, column("serial", "série", "serial"), .state,
                column("grade", "classe", "grade"), .place, .since,
            ]
        ),
        QuestionEntry(
            ShowDevice.self,
            fields: [.device],
            columns: [
                .device, column("sheet.kind", "type", "kind"),
                column("state.word", "état", "state"),
                column("sheet.maker", "marque", "maker"), column("sheet.model", "modèle", "model"),
                column("sheet.serial", "série", "serial"), column("sheet.place", "lieu", "place"),
                column("sheet.donor", "donateur", "donor"),
                column("grade.grade", "classe", "grade"),
            ]
        ),
        QuestionEntry(
            DeviceHistory.self,
            fields: [.device] + FieldDescription.page,
            columns: [
                column("nth", "n°", "no.", .number), column("at", "quand", "when"),
                column("step", "étape", "step"), column("from", "de", "from"),
                column("to", "à", "to"), column("by", "par", "by"),
                column("reason", "motif", "reason"),
            ]
        ),
        QuestionEntry(ShowDrive.self, fields: [.drive]),
        QuestionEntry(WipeQueue.self, fields: FieldDescription.page, columns: waiting),
        QuestionEntry(
            StuckDevices.self,
            fields: [
                .optional(
                    "days",
                    "integer",
                    fr: "depuis combien de jours",
                    en: "for how many days"
                )
            ] + FieldDescription.page,
            columns: waiting
        ),
        QuestionEntry(
            Board.self,
            columns: [
                .state, column("fr", "libellé", "French label"),
                column("devices", "appareils", "devices", .number),
                column("oldest", "le plus ancien", "oldest"),
            ]
        ),
        QuestionEntry(
            Stock.self,
            columns: [
                .kind, column("grade", "classe", "grade"), column("regime", "régime", "regime"),
                column("free", "libres", "free", .number),
                column("reserved", "réservés", "reserved", .number),
                column("oldest", "le plus ancien", "oldest"),
            ]
        ),
        QuestionEntry(
            Ageing.self,
            columns: [
                .state, column("under_7", "< 7 j", "< 7 d", .number),
                column("under_30", "< 30 j", "< 30 d", .number),
                column("under_90", "< 90 j", "< 90 d", .number),
                column("over_90", "≥ 90 j", "≥ 90 d", .number),
                column("oldest_days", "le plus ancien (j)", "oldest (d)", .number),
            ]
        ),
        QuestionEntry(
            Flow.self,
            fields: [
                .optional("from", "string", fr: "le premier jour", en: "the first day"),
                .optional("to", "string", fr: "le dernier jour", en: "the last day"),
            ],
            columns: [
                column("day", "jour", "day"), column("step", "étape", "step"),
                column("to", "à", "to"), column("devices", "appareils", "devices", .number),
            ]
        ),
        QuestionEntry(
            ListPlaces.self,
            columns: [column("path", "lieu", "place"), column("locked", "fermé", "locked")]
        ),
        QuestionEntry(
            ShowPlace.self,
            fields: [
                FieldDescription(
                    "place",
                    "string",
                    Phrase(
                        fr: "le lieu, par son nom ou son chemin",
                        en: "the place, by name or way"
                    )
                )
            ],
            columns: [
                column("place", "lieu", "place"), column("name", "nom", "name"),
                column("site", "site", "site"), column("within", "dans", "within"),
                column("locked", "fermé", "locked"),
                column("devices", "appareils", "devices", .number),
                column("drives", "supports à effacer", "drives to wipe", .number),
                column("places", "lieux", "places", .number),
            ]
        ),
        QuestionEntry(
            ListDoubts.self,
            fields: FieldDescription.page,
            columns: [
                column("doubt", "doute", "doubt", .number), .device,
                column("other", "autre", "other"),
            ]
        ),
    ]

    private static let waiting: [AnswerColumn] = [
        .device, .kind, .maker, .model, .state, column("days", "jours", "days", .number),
        column("reasons", "pourquoi", "why"), .place,
    ]

    fileprivate static func column(
        _ name: String,
        _ fr: String,
        _ en: String,
        _ kind: AnswerColumn.Kind = .text
    ) -> AnswerColumn {
        AnswerColumn(name, Phrase(fr: fr, en: en), kind)
    }
}

extension AnswerColumn {
    fileprivate static let device = Catalogue.column("device", "appareil", "device")
    fileprivate static let kind = Catalogue.column("kind", "type", "kind")
    fileprivate static let maker = Catalogue.column("maker", "marque", "maker")
    fileprivate static let model = Catalogue.column("model", "modèle", "model")
    fileprivate static let state = Catalogue.column("state", "état", "state")
    fileprivate static let place = Catalogue.column("place", "lieu", "place")
    fileprivate static let since = Catalogue.column("since", "depuis", "since")
}
