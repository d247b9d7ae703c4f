import Application
import Domain

extension Visit {
    /// What the address says, as the JSON form of these fields; empty texts say nothing, save where true or false is meant.
    ///
    /// - Throws: `.unreadable` for a name that is not among the fields, one said several times that takes one value, and a value
    ///   of another type: an order that is not understood is never carried out as another.
    @discardableResult
    func said(_ fields: [FieldDescription]) throws(Failure) -> [UInt8] {
        for name in query.values.keys.sorted() {
            guard let field = fields.first(where: { $0.name == name }) else {
                throw .unreadable(Unreadable(name, expected: Self.oneOf(fields)))
            }
            if field.type != "array", query.values[name, default: []].count > 1 {
                throw .unreadable(
                    Unreadable(name, expected: Phrase(fr: "une seule fois", en: "only once"))
                )
            }
        }
        var given = query.filled
        for field in fields where field.type == "boolean" {
            given[field.name] = query.values[field.name]
        }
        return try GivenFields(given).json(named: fields, self)
    }

    private static func oneOf(_ fields: [FieldDescription]) -> Phrase {
        let names = fields.map(\.name).joined(separator: ", ")
        guard !names.isEmpty else {
            return Phrase(
                fr: "cette adresse ne prend aucun paramètre",
                en: "this address takes no parameter"
            )
        }
        return Phrase(fr: "un des paramètres \(names)", en: "one of the parameters \(names)")
    }
}

/// The parameters that addresses for programs take besides the fields of a question, for the answers and for the contract.
enum AddressParameters {
    static let command = [rehearsal]

    static let events: [FieldDescription] = [
        optional(
            "after",
            "string",
            fr: "le `next` de la réponse d'avant",
            en: "the `next` of the answer before"
        ),
        optional("limit", "integer", fr: "au plus combien", en: "how many at most"),
    ]

    static let wipeReport: [FieldDescription] = [
        optional(
            "clock_offset_minutes",
            "integer",
            fr: "de combien l'horloge du banc avance",
            en: "by how much the clock of the bench is ahead"
        )
    ]

    /// What is said beside the list of any kind.
    static let list: [FieldDescription] =
        [
            rehearsal,
            optional(
                "keep_going",
                "boolean",
                fr: "garde les bonnes lignes quand d'autres sont fausses",
                en: "keeps the good rows when others are wrong"
            ),
        ]
        + ["name", "sheet", "charset", "dates", "heading", "mapping", "save_mapping"].map {
            optional($0, "string", fr: "comment lire le fichier", en: "how the file is read")
        }
        + [
            optional(
                "column",
                "array",
                fr: "ce qu'est une colonne, comme Titre=champ ; plusieurs fois",
                en: "what a column is, as Heading=field; several times"
            )
        ]

    static let deviceList: [FieldDescription] = [
        FieldDescription(
            "donation",
            "integer",
            Phrase(
                fr: "le don dont sont les machines",
                en: "the donation that the machines are of"
            )
        ),
        optional(
            "kind",
            "string",
            fr: "la sorte des machines dont la ligne ne la dit pas",
            en: "the kind of the machines whose row does not say it"
        ),
        optional(
            "announced",
            "boolean",
            fr: "les machines sont encore chez le donateur",
            en: "the machines are still at the donor's"
        ),
    ]

    private static let rehearsal = optional(
        "dry_run",
        "boolean",
        fr: "fait tout, laisse parler chaque règle, et défait tout",
        en: "does everything, lets every rule speak, and undoes it"
    )

    private static func optional(
        _ name: String,
        _ type: String,
        fr: String,
        en: String
    ) -> FieldDescription {
        FieldDescription(name, type, required: false, Phrase(fr: fr, en: en))
    }
}
