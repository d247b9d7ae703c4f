import Domain
import FoundationEssentials

extension CommandJSON {
    /// What is wrong with a form that its type does not take: the field, what it holds and what it should hold.
    static func unreadable(
        _ error: DecodingError,
        _ json: [UInt8],
        _ fields: [FieldDescription]
    ) -> Unreadable {
        let path = place(of: error)
        let name = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(
            separator: "."
        )
        let field = fields.first { $0.name == path.first?.stringValue }
        let form = form(field, of: error)
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

    private static func form(_ field: FieldDescription?, of error: DecodingError) -> Phrase {
        if case .dataCorrupted(let context) = error, context.debugDescription == Day.form.en {
            return Day.form
        }
        guard let field else {
            return Phrase(fr: "un objet JSON avec ses champs", en: "a JSON object with its fields")
        }
        return Phrase(
            fr: "un champ de type \(field.type) : \(field.meaning.fr)",
            en: "a field of type \(field.type): \(field.meaning.en)"
        )
    }
}
