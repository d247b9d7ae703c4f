import Domain
import FoundationEssentials

extension CommandJSON {
    /// What is wrong with a form that its type does not take: the field, what it holds and what it should hold.
    static func unreadable<Value: Decodable>(
        _ error: DecodingError,
        of type: Value.Type,
        _ json: [UInt8],
        _ fields: [FieldDescription]
    ) -> Unreadable {
        let path = place(of: error)
        let name = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(
            separator: "."
        )
        let field = fields.first { $0.name == path.first?.stringValue }
        let form = words(of: type, at: path) ?? form(field, of: error)
        guard let given = FormWalk(json).spots.first(where: { $0.path == name })?.bytes else {
            return Unreadable(name.isEmpty ? "JSON" : name, expected: form)
        }
        let shown = String(decoding: given.prefix(60), as: UTF8.self)
        return Unreadable(
            name,
            expected: Phrase(
                fr: "reçu \(shown) ; attendu : \(form.fr)",
                en: "got \(shown); expected: \(form.en)"
            )
        )
    }

    private static func place(of error: DecodingError) -> [any CodingKey] {
        switch error {
        case .keyNotFound(let key, let context): context.codingPath + [key]
        case .valueNotFound(_, let context), .typeMismatch(_, let context),
            .dataCorrupted(let context):
            context.codingPath
        @unknown default: []
        }
    }

    /// What a field may say that takes one word of a closed list; nil for all others.
    private static func words<Value: Decodable>(
        of type: Value.Type,
        at path: [any CodingKey]
    ) -> Phrase? {
        guard path.count == 1, let name = path.first?.stringValue,
            case .word(let words)? = ShapeReading.members(of: type)[name]
        else { return nil }
        let list = words.map(\.word).joined(separator: ", ")
        return Phrase(fr: "un des mots \(list)", en: "one of the words \(list)")
    }

    private static func form(_ field: FieldDescription?, of error: DecodingError) -> Phrase {
        if case .dataCorrupted(let context) = error, context.debugDescription == Day.form.en {
            return Day.form
        }
        guard let field else {
            return Phrase(fr: "un objet JSON avec ses champs", en: "a JSON object with its fields")
        }
        let type = phrase(ofType: field.type)
        return Phrase(
            fr: "\(type.fr) : \(field.meaning.fr)",
            en: "\(type.en): \(field.meaning.en)"
        )
    }

    private static func phrase(ofType type: String) -> Phrase {
        switch type {
        case "integer": Phrase(fr: "un nombre entier", en: "a whole number")
        case "boolean": Phrase(fr: "true ou false", en: "true or false")
        case "array": Phrase(fr: "une liste, entre crochets", en: "a list, in brackets")
        case "object": Phrase(fr: "un objet, entre accolades", en: "an object, in braces")
        default: Phrase(fr: "un texte, entre guillemets", en: "a text, in quotes")
        }
    }
}
