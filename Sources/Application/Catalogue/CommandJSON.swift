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
        try requireBounds(of: type, json, fields)
        do {
            return try JSONDecoder().decode(type, from: Data(json))
        } catch let error as DecodingError {
            throw .unreadable(unreadable(error, of: type, json, fields))
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

    /// Forms without escapes, long texts, numbers and lists, which are almost all of a batch, are looked over once and left.
    private static func requireBounds<Value: Decodable>(
        of type: Value.Type,
        _ json: [UInt8],
        _ fields: [FieldDescription]
    ) throws(Failure) {
        let glance = FormGlance(json)
        let isLong = json.count > FormTexts.limit
        guard isLong || glance.isOdd || fields.contains(where: \.holdsNumbers) else { return }
        // Only of a number that 32 bits may not hold is it asked how wide the type reads it.
        let members = glance.longestNumber > 9 ? ShapeReading.form(of: type) : []
        for spot in FormWalk(json, members: members).spots {
            do throws(Unreadable) {
                if spot.isText { try FormTexts.require(spot) }
                if spot.isNumber { try FormNumbers.require(spot) }
            } catch {
                throw .unreadable(error)
            }
        }
    }
}

extension FieldDescription {
    fileprivate var holdsNumbers: Bool { ["integer", "array", "object"].contains(type) }
}

/// What one look at the bytes of a form tells.
private struct FormGlance {
    /// True when it has escapes or characters that no text may hold.
    private(set) var isOdd = false
    /// Digits of the longest number.
    private(set) var longestNumber = 0

    init(_ json: [UInt8]) {
        var digits = 0
        var before: UInt8 = 0
        for byte in json {
            switch byte {
            case 0x30...0x39:
                digits += 1
                longestNumber = max(longestNumber, digits)
            case UInt8(ascii: "\\"), 0x7f: isOdd = true
            case 0x80...0x9f where before == 0xc2: isOdd = true
            // How large a number with an exponent is, its digits do not say.
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                if digits > 0 { longestNumber = .max }
                digits = 0
            default: digits = 0
            }
            before = byte
        }
    }
}

/// Any JSON value, unread.
private struct Ignored: Decodable {
    init(from decoder: any Decoder) throws {}
}
