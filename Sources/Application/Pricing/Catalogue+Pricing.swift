import Domain

extension Catalogue {
    static let pricing: [CommandEntry] = [
        CommandEntry(
            PublishPriceGrid.self,
            fields: [
                FieldDescription("grid", "string", .ruleName), .from,
                FieldDescription(
                    "rows",
                    "array",
                    Phrase(
                        fr: "kind, grade (A, B, C) et cents par tranche, des plus bas revenus",
                        en: "kind, grade (A, B, C) and cents by bracket, lowest incomes first"
                    )
                ), .source,
            ]
        ),
        CommandEntry(
            PublishCaps.self,
            fields: [
                FieldDescription("caps", "string", .ruleName), .from,
                FieldDescription(
                    "rows",
                    "array",
                    Phrase(fr: "kind et cents, taxes comprises", en: "kind and cents, tax included")
                ), .source,
            ]
        ),
        CommandEntry(
            PublishBrackets.self,
            fields: [
                FieldDescription("brackets", "string", .ruleName), .from,
                FieldDescription(
                    "floors",
                    "array",
                    Phrase(
                        fr: "le plus petit quotient de chaque tranche, à partir de 0",
                        en: "the least quotient of each bracket, from 0"
                    )
                ),
                FieldDescription(
                    "ceiling",
                    "integer",
                    Phrase(
                        fr: "le quotient à partir duquel personne n'a droit",
                        en: "the quotient from which nobody is eligible"
                    )
                ), .source,
            ]
        ),
    ]
}

extension FieldDescription {
    fileprivate static let from = FieldDescription(
        "from",
        "string",
        required: false,
        Phrase(fr: "premier jour, aujourd'hui sinon", en: "first day, otherwise today")
    )
    fileprivate static let source = FieldDescription(
        "source",
        "string",
        required: false,
        Phrase(fr: "qui l'a décidé", en: "who decided it")
    )
}

extension Phrase {
    fileprivate static let ruleName = Phrase(
        fr: "nom de la version, unique",
        en: "name of the version, unique"
    )
}
