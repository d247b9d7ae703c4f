public import Domain
import FoundationEssentials

/// Any JSON, as an answer arrives from the application.
public enum JSONValue: Codable, Sendable, Hashable {
    case null
    case truth(Bool)
    case number(Int64)
    case decimal(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    public init(bytes: [UInt8]) {
        self = (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) ?? .null
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let truth = try? container.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? container.decode(Int64.self) {
            self = .number(number)
        } else if let decimal = try? container.decode(Double.self) {
            self = .decimal(decimal)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// The value under a name; dots lead into objects.
    public subscript(path: String) -> JSONValue {
        var value = self
        for name in path.split(separator: ".") {
            guard case .object(let fields) = value else { return .null }
            value = fields[String(name)] ?? .null
        }
        return value
    }

    public var isNumber: Bool {
        switch self {
        case .number, .decimal: true
        default: false
        }
    }

    /// An instant to the minute; other texts as they are.
    private static func shortInstant(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[4] == 0x2D, bytes[10] == 0x54, bytes.last == 0x5A else {
            return text
        }
        return String(decoding: bytes[0..<10] + [0x20] + bytes[11..<16], as: UTF8.self)
    }

    /// As people read it in one line.
    public func line(in language: Language) -> String {
        switch self {
        case .null: ""
        case .truth(let truth):
            Phrase(fr: truth ? "oui" : "non", en: truth ? "yes" : "no").text(in: language)
        case .number(let number): String(number)
        case .decimal(let number): String(number)
        case .text(let text): Self.shortInstant(text)
        case .list(let list): list.map { $0.line(in: language) }.joined(separator: ", ")
        case .object(let fields) where fields["fr"] != nil && fields["en"] != nil:
            (fields[language.rawValue] ?? .null).line(in: language)
        case .object(let fields):
            fields.sorted { $0.key < $1.key }
                .map { "\($0.key) \($0.value.line(in: language))" }.joined(separator: ", ")
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral text: String) { self = .text(text) }
    public init(integerLiteral number: Int64) { self = .number(number) }
    public init(booleanLiteral truth: Bool) { self = .truth(truth) }
    public init(arrayLiteral values: JSONValue...) { self = .list(values) }
    public init(dictionaryLiteral fields: (String, JSONValue)...) {
        self = .object(Dictionary(fields) { _, last in last })
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .truth(let truth): try container.encode(truth)
        case .number(let number): try container.encode(number)
        case .decimal(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let fields): try container.encode(fields)
        }
    }

    /// The bytes of its JSON form.
    public var bytes: [UInt8] { (try? JSONEncoder().encode(self)).map(Array.init) ?? [] }

    public var text: String {
        if case .text(let text) = self { return text }
        return line(in: .en)
    }

    public var elements: [JSONValue] {
        if case .list(let list) = self { return list }
        return []
    }
}
