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
        try refuseZeros(json)
        do {
            return try JSONDecoder().decode(type, from: Data(json))
        } catch let error as DecodingError {
            throw .unreadable(unreadable(error, fields, words(ofFieldsOf: type)))
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

    /// What a field may say that takes one word of a closed list.
    private static func words<Value: Decodable>(
        ofFieldsOf type: Value.Type
    ) -> [String: [String]] {
        ShapeReading.members(of: type).compactMapValues { shape in
            guard case .word(let words) = shape else { return nil }
            return words.map(\.word)
        }
    }

    private static func unreadable(
        _ error: DecodingError,
        _ fields: [FieldDescription],
        _ words: [String: [String]]
    ) -> Unreadable {
        let path: [any CodingKey]
        switch error {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .valueNotFound(_, let context), .typeMismatch(_, let context),
            .dataCorrupted(let context):
            path = context.codingPath
        @unknown default: path = []
        }
        let name = path.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(
            separator: "."
        )
        let field = fields.first { $0.name == path.first?.stringValue }
        if path.count == 1, let words = words[name] {
            let list = words.joined(separator: ", ")
            return Unreadable(
                name,
                expected: Phrase(fr: "un des mots \(list)", en: "one of the words \(list)")
            )
        }
        let type = field?.type ?? "value"
        return Unreadable(
            name,
            expected: Phrase(
                fr: "un champ de type \(type)" + (field.map { " : \($0.meaning.fr)" } ?? ""),
                en: "a field of type \(type)" + (field.map { ": \($0.meaning.en)" } ?? "")
            )
        )
    }
}

/// Any JSON value, unread.
private struct Ignored: Decodable {
    init(from decoder: any Decoder) throws {}
}
