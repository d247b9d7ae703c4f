import Domain
import FoundationEssentials

/// The one JSON form of commands and outcomes: the same for the API, a batch line and the record under a key.
enum CommandJSON {
    /// Sorted keys, no white space: the same bytes for the same value.
    static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value))
        } catch {
            preconditionFailure("commands and outcomes are plain values, which encode")
        }
    }

    /// - Throws: `.unreadable`, naming the field that is missing, unknown or of another type.
    static func decode<Value: Decodable>(
        _ type: Value.Type,
        _ json: [UInt8],
        _ fields: [FieldDescription]
    ) throws(Failure) -> Value {
        try refuseUnknownFields(json, fields)
        try refuseRepeatedNames(json)
        try refuseZeros(json)
        do {
            return try JSONDecoder().decode(type, from: Data(json))
        } catch let error as DecodingError {
            throw .unreadable(unreadable(error, json, fields))
        } catch {
            throw .unreadable(
                Unreadable("JSON", expected: .init(fr: "un objet JSON", en: "a JSON object"))
            )
        }
    }

    private static func refuseUnknownFields(
        _ json: [UInt8],
        _ fields: [FieldDescription]
    ) throws(Failure) {
        guard let given = try? JSONDecoder().decode([String: Ignored].self, from: Data(json)) else {
            let text = String(decoding: json.prefix(60), as: UTF8.self)
            throw .unreadable(
                Unreadable(text, expected: .init(fr: "un objet JSON", en: "a JSON object"))
            )
        }
        let known = fields.map(\.name)
        for name in given.keys.sorted() where !known.contains(name) {
            let list = known.joined(separator: ", ")
            throw .unreadable(
                Unreadable(
                    name,
                    expected: .init(fr: "un des champs \(list)", en: "one of the fields \(list)")
                )
            )
        }
    }

    private static func refuseRepeatedNames(_ json: [UInt8]) throws(Failure) {
        guard let name = RepeatedName(in: json).found else { return }
        throw .unreadable(
            Unreadable(
                name,
                expected: .init(
                    fr: "ce champ est écrit deux fois ; gardez-en un",
                    en: "this field is written twice; keep one of them"
                )
            )
        )
    }

    /// No text of the database can hold a zero, which JSON writes as `\u0000`.
    private static func refuseZeros(_ json: [UInt8]) throws(Failure) {
        let zero = Array(#"\u0000"#.utf8)
        for start in json.indices.dropLast(zero.count - 1)
        where json[start] == zero[0] && json[start..<start + zero.count].elementsEqual(zero) {
            let slashes = json[..<start].reversed().prefix { $0 == zero[0] }.count
            guard slashes.isMultiple(of: 2) else { continue }
            throw .unreadable(
                Unreadable(
                    #"\u0000"#,
                    expected: .init(fr: "un texte sans zéro", en: "text without a zero")
                )
            )
        }
    }

    private static func unreadable(
        _ error: DecodingError,
        _ json: [UInt8],
        _ fields: [FieldDescription]
    ) -> Unreadable {
        let path: [any CodingKey]
        switch error {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .valueNotFound(_, let context), .typeMismatch(_, let context),
            .dataCorrupted(let context):
            path = context.codingPath
        @unknown default: path = []
        }
        if let misfit = MisfitValue(in: json, fields) {
            let name = misfit.path.split(separator: ".").first.map(String.init) ?? ""
            return unreadable(misfit.written, fields.first { $0.name == name }, misfit.path == name)
        }
        let name = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(
            separator: "."
        )
        let field = fields.first { $0.name == path.first?.stringValue }
        return unreadable(name, field, path.count == 1)
    }

    /// `isWhole` where it is the field itself, and not something inside of it.
    private static func unreadable(
        _ name: String,
        _ field: FieldDescription?,
        _ isWhole: Bool
    ) -> Unreadable {
        guard let field else {
            return Unreadable(
                name,
                expected: Phrase(
                    fr: "un objet JSON avec les champs de cette commande, chacun de son type",
                    en: "a JSON object with the fields of this command, each of its type"
                )
            )
        }
        let type = isWhole ? typePhrase(field.type) : nil
        return Unreadable(
            name,
            expected: Phrase(
                fr: [type?.fr, field.meaning.fr].compactMap(\.self).joined(separator: " : "),
                en: [type?.en, field.meaning.en].compactMap(\.self).joined(separator: ": ")
            )
        )
    }

    private static func typePhrase(_ type: String) -> Phrase {
        switch type {
        case "integer": Phrase(fr: "un nombre entier", en: "a whole number")
        case "boolean": Phrase(fr: "true ou false", en: "true or false")
        case "array": Phrase(fr: "une liste, entre crochets", en: "a list, in brackets")
        case "object": Phrase(fr: "un objet, entre accolades", en: "an object, in braces")
        default: Phrase(fr: "un texte, entre guillemets", en: "a text, in quotes")
        }
    }
}

/// Any JSON value, unread.
private struct Ignored: Decodable {
    init(from decoder: any Decoder) throws {}
}
