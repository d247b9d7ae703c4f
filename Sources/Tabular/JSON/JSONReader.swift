/// Reads JSON as programs write it, which is not always as RFC 8259 has it.
///
/// Forgiven are: a comma too many or missing between members and items (old versions of lshw), controls inside strings, what
/// follows a whole document when it is another document (JSON Lines, `lshw` run twice). Nothing else is.
public struct JSONReader {
    private let bytes: [UInt8]
    private let limits: JSONLimits
    private var place = 0
    private var depth = 0
    private var values = 0

    /// `text` is UTF-8, without byte order mark.
    public init(_ text: [UInt8], limits: JSONLimits = JSONLimits()) {
        bytes = text
        self.limits = limits
    }

    /// The documents of the text, one or more.
    ///
    /// - Throws: ``JSONFault`` with the place of the first byte that does not fit.
    public mutating func documents() throws(JSONFault) -> [JSONTree] {
        var documents: [JSONTree] = []
        while true {
            skipSeparators()
            if place >= bytes.count, !documents.isEmpty { return documents }
            documents.append(try value())
        }
    }

    /// The next document; nil at the end of the text.
    public mutating func next() throws(JSONFault) -> JSONTree? {
        skipSeparators()
        return place >= bytes.count ? nil : try value()
    }

    private mutating func value() throws(JSONFault) -> JSONTree {
        skipSpace()
        values += 1
        guard values <= limits.values else { throw fault(.tooLong) }
        guard place < bytes.count else { throw fault(.unfinished) }
        switch bytes[place] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object() throws(JSONFault) -> JSONTree {
        try goDeeper()
        defer { depth -= 1 }
        var members: [JSONTree.Member] = []
        while true {
            skipSeparators()
            guard place < bytes.count else { throw fault(.unfinished) }
            if skip(UInt8(ascii: "}")) { return .object(members) }
            guard bytes[place] == UInt8(ascii: "\"") else { throw fault(.unexpected) }
            let name = try string()
            skipSpace()
            guard skip(UInt8(ascii: ":")) else { throw fault(.unexpected) }
            members.append(JSONTree.Member(name: name, value: try value()))
        }
    }

    private mutating func array() throws(JSONFault) -> JSONTree {
        try goDeeper()
        defer { depth -= 1 }
        var items: [JSONTree] = []
        while true {
            skipSeparators()
            guard place < bytes.count else { throw fault(.unfinished) }
            if skip(UInt8(ascii: "]")) { return .array(items) }
            items.append(try value())
        }
    }

    private mutating func goDeeper() throws(JSONFault) {
        guard depth < limits.depth else { throw fault(.tooDeep) }
        depth += 1
        place += 1
    }

    private mutating func word(_ word: StaticString, _ value: JSONTree) throws(JSONFault)
        -> JSONTree
    {
        for byte in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) {
            guard skip(byte) else { throw fault(.unexpected) }
        }
        return value
    }

    private mutating func number() throws(JSONFault) -> JSONTree {
        let start = place
        while place < bytes.count, Self.isOfNumber(bytes[place]) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        guard Double(text) != nil else {
            place = start
            throw fault(start < bytes.count ? .unexpected : .unfinished)
        }
        return .number(text)
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
    }

    private mutating func string() throws(JSONFault) -> String {
        place += 1
        let start = place
        skipPlain()
        guard place < bytes.count else { throw fault(.unfinished) }
        guard bytes[place] == UInt8(ascii: "\\") else {
            place += 1
            return String(decoding: bytes[start..<place - 1], as: UTF8.self)
        }
        return try string(from: start)
    }

    /// The rest of a string that holds an escape.
    private mutating func string(from start: Int) throws(JSONFault) -> String {
        var text = Array(bytes[start..<place])
        while bytes[place] == UInt8(ascii: "\\") {
            try escape(into: &text)
            let plain = place
            skipPlain()
            guard place < bytes.count else { throw fault(.unfinished) }
            text += bytes[plain..<place]
        }
        place += 1
        return String(decoding: text, as: UTF8.self)
    }

    /// Up to the quote that ends a string, to an escape, or to the end of the text.
    private mutating func skipPlain() {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""),
            bytes[place] != UInt8(ascii: "\\")
        {
            place += 1
        }
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
        place += 1
        guard place < bytes.count else { throw fault(.unfinished) }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
        default: text.append(byte)
        }
    }

    /// One `\u` escape, or two that are a pair; a half of a pair becomes U+FFFD, and so does NUL, which no text of the database
    /// can hold.
    private mutating func scalar() throws(JSONFault) -> Unicode.Scalar {
        let first = try hexadecimal()
        guard (0xD800..<0xDC00).contains(first), place + 1 < bytes.count,
            bytes[place] == UInt8(ascii: "\\"), bytes[place + 1] == UInt8(ascii: "u")
        else { return first == 0 ? "\u{FFFD}" : Unicode.Scalar(first) ?? "\u{FFFD}" }
        place += 2
        let second = try hexadecimal()
        guard (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
        guard place + 4 <= bytes.count else { throw fault(.unfinished) }
        let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
        guard let value = UInt32(digits, radix: 16) else { throw fault(.unexpected) }
        place += 4
        return value
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func skipSpace() {
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    }

    private mutating func skipSeparators() {
        while place < bytes.count, bytes[place] <= 0x20 || bytes[place] == UInt8(ascii: ",") {
            place += 1
        }
    }

    private func fault(_ reason: JSONFault.Reason) -> JSONFault {
        let before = bytes.prefix(place)
        let line = before.count { $0 == 0x0A } + 1
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return JSONFault(reason: reason, line: line, column: before.count - start + 1)
    }
}
