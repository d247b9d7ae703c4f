public import Domain
import FoundationEssentials

/// Fields of a command or question as texts, the way words, forms and addresses give them.
public struct GivenFields: Sendable {
    /// By name; several for a field that was given more than once.
    public var values: [String: [String]]

    public init(_ values: [String: [String]]) {
        self.values = values
    }

    /// A text that is not what its field takes.
    public struct Misfit: Error, Sendable {
        public let field: String
        public let text: String
        public let expected: Phrase
    }

    /// The JSON form: text stays text, numbers and truths are read, arrays and objects may be given as JSON.
    ///
    /// Names that are not among `fields` are left out; the caller decides whether they are a mistake.
    public func json(for fields: [FieldDescription]) throws(Misfit) -> [UInt8] {
        var members: [String] = []
        for field in fields {
            guard let texts = values[field.name] else { continue }
            members.append("\(Self.quoted(field.name)):\(try Self.value(texts, of: field))")
        }
        return Array("{\(members.joined(separator: ","))}".utf8)
    }

    private static func value(_ texts: [String], of field: FieldDescription) throws(Misfit)
        -> String
    {
        let last = texts.last ?? ""
        switch field.type {
        case "integer":
            guard let number = Int64(last) else {
                throw Misfit(
                    field: field.name,
                    text: last,
                    expected: Phrase(fr: "un nombre entier", en: "a whole number")
                )
            }
            return String(number)
        case "boolean":
            guard ["true", "false"].contains(last) else {
                throw Misfit(
                    field: field.name,
                    text: last,
                    expected: Phrase(fr: "true ou false", en: "true or false")
                )
            }
            return last
        case "object": return last
        case "array":
            if texts.count == 1, last.hasPrefix("[") { return last }
            let items = texts.flatMap {
                $0.hasPrefix("{")
                    ? [$0] : $0.split { $0 == "," || $0.isNewline }.map(String.init)
            }
            return "[\(items.map(item).joined(separator: ","))]"
        default: return quoted(last)
        }
    }

    private static func item(_ text: String) -> String {
        text.hasPrefix("{") || isNumber(text) ? text : quoted(text)
    }

    /// A number as JSON writes it; `007` is a text.
    private static func isNumber(_ text: String) -> Bool {
        guard let number = Int64(text) else { return false }
        return String(number) == text
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}
