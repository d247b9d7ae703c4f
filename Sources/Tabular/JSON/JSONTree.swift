/// A JSON text taken apart, for documents of which only a part is understood.
public indirect enum JSONTree: Sendable, Hashable {
    case null
    case bool(Bool)
    /// As written, so that no figure is lost.
    case number(String)
    case string(String)
    case array([JSONTree])
    /// In the order of the text; of a name written twice the first counts.
    case object([Member])

    public struct Member: Sendable, Hashable {
        public let name: String
        public let value: JSONTree

        public init(name: String, value: JSONTree) {
            self.name = name
            self.value = value
        }
    }

    /// The value of a member; nil when this is no object, or has none of that name, or it is null.
    public subscript(_ name: String) -> JSONTree? {
        guard case .object(let members) = self,
            let value = members.first(where: { $0.name == name })?.value, value != .null
        else { return nil }
        return value
    }

    /// A string with something in it, trimmed, or a number as written; nil otherwise.
    public var text: String? {
        switch self {
        case .string(let text):
            let trimmed = text.trimmingWhiteSpace
            return trimmed.isEmpty ? nil : String(trimmed)
        case .number(let number): return number
        case .null, .bool, .array, .object: return nil
        }
    }

    /// A whole number, be it written as a text; a fraction is cut off.
    ///
    /// Nil beyond 10^15, a petabyte in bytes: nothing that is counted of a machine is more, and a sum of such numbers holds.
    public var integer: Int? {
        guard let text else { return nil }
        let whole = Int(text) ?? Double(text).flatMap { $0.magnitude <= 1e15 ? Int($0) : nil }
        return whole.flatMap { $0.magnitude <= 1_000_000_000_000_000 ? $0 : nil }
    }

    public var isTrue: Bool? {
        if case .bool(let value) = self { return value }
        return nil
    }

    /// The members of an array; an object or a plain value counts as an array of one, as tools write single things.
    public var items: [JSONTree] {
        switch self {
        case .array(let items): items
        case .null: []
        case .bool, .number, .string, .object: [self]
        }
    }

    public var members: [Member] {
        if case .object(let members) = self { return members }
        return []
    }

    public var isObject: Bool {
        if case .object = self { return true }
        return false
    }
}

extension StringProtocol {
    /// Without the white space and controls around.
    public var trimmingWhiteSpace: SubSequence {
        // What begins and ends with a plain letter has nothing to trim, and needs no look at its characters.
        let plain: ClosedRange<Unicode.Scalar> = "!"..."~"
        if let first = unicodeScalars.first, let last = unicodeScalars.last, plain ~= first,
            plain ~= last
        {
            return self[...]
        }
        let isBlank: (Character) -> Bool = { $0.isWhitespace || ($0.asciiValue ?? 0x20) < 0x20 }
        let start = firstIndex { !isBlank($0) } ?? endIndex
        let end = lastIndex { !isBlank($0) }.map { index(after: $0) } ?? start
        return self[start..<end]
    }
}
