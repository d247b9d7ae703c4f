import Domain

extension Catalogue {
    static let importing: [CommandEntry] = [
        CommandEntry(
            UndoImport.self,
            fields: [
                FieldDescription(
                    "batch",
                    "integer",
                    Phrase(fr: "le numéro de l'import", en: "the number of the import")
                ),
                FieldDescription("reason", "string", Phrase(fr: "le motif", en: "the reason")),
            ]
        ),
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
        ),
        CommandEntry(
            SaveImportMapping.self,
            fields: [
                .mapping,
                .optional(
                    "columns",
                    "object",
                    fr: "ce qu'est chaque colonne, par son titre",
                    en: "what each column is, by its heading"
                ),
                .optional(
                    "heading",
                    "array",
                    fr: "l'en-tête des listes qui n'en ont pas",
                    en: "the heading of lists that have none"
                ),
                .optional("charset", "string", fr: "le codage", en: "the charset"),
                .optional("dates", "string", fr: "dmy ou mdy", en: "dmy or mdy"),
                .mappedList,
            ]
        ),
    ]

    static let importQuestions: [QuestionEntry] = [
        QuestionEntry(
            ListImports.self,
            fields: [
                .optional("donation", "integer", fr: "ceux d'un don", en: "those of a donation")
            ] + FieldDescription.page,
            columns: [
                AnswerColumn("batch", Phrase(fr: "import", en: "import"), .number),
                AnswerColumn("at", Phrase(fr: "quand", en: "when")),
                AnswerColumn("kind", Phrase(fr: "sorte", en: "kind")),
                AnswerColumn("file", Phrase(fr: "fichier", en: "file")),
                AnswerColumn("donation", Phrase(fr: "don", en: "donation"), .number),
                AnswerColumn("devices", Phrase(fr: "appareils", en: "devices"), .number),
                AnswerColumn("by", Phrase(fr: "par", en: "by")),
                AnswerColumn("undone", Phrase(fr: "annulé le", en: "undone")),
            ]
        ),
        QuestionEntry(
            ShowImportMapping.self,
            fields: [.mapping, .mappedList],
            columns: mappingColumns
        ),
        QuestionEntry(
            ShowHouseholdMapping.self,
            fields: [.mapping],
            columns: mappingColumns
        ),
    ]

    private static let mappingColumns = [
        AnswerColumn("columns", Phrase(fr: "colonnes", en: "columns")),
        AnswerColumn("heading", Phrase(fr: "en-tête", en: "heading")),
        AnswerColumn("charset", Phrase(fr: "codage", en: "charset")),
        AnswerColumn("dates", Phrase(fr: "dates", en: "dates")),
    ]
}

extension FieldDescription {
    fileprivate static let mappedList = FieldDescription.optional(
        "list",
        "string",
        fr: "la sorte de liste, comme donors ; des appareils sinon",
        en: "the kind of list, such as donors; devices when absent"
    )
    fileprivate static let mapping = FieldDescription(
        "mapping",
        "string",
        Phrase(fr: "le nom de la source", en: "the name of the source")
    )
}
