/// Names with their texts: the query of an address, or a form that was sent.
struct Fields: Sendable, Hashable {
    private(set) var values: [String: [String]] = [:]

    init() {}

    /// Reads `application/x-www-form-urlencoded` (WHATWG URL, 5.1); bytes that are not UTF-8, and zeros, which
    /// no text of the database can hold, become U+FFFD.
    init(encoded: some Sequence<UInt8>) {
        for pair in Array(encoded).split(separator: UInt8(ascii: "&")) {
            let sign = pair.firstIndex(of: UInt8(ascii: "="))
            let name = Self.decoded(pair[..<(sign ?? pair.endIndex)])
            let value = sign.map { Self.decoded(pair[($0 + 1)...]) } ?? ""
            values[name, default: []].append(value)
        }
    }

    /// The last text under a name, without white space around it; nil when there is none or it is empty.
    subscript(name: String) -> String? {
        guard let text = values[name]?.last else { return nil }
        let trimmed = text.drop(while: \.isWhitespace)
        guard let last = trimmed.lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(trimmed[...last])
    }

    mutating func remove(_ name: String) { values[name] = nil }

    mutating func add(_ name: String, _ text: String) { values[name, default: []].append(text) }

    func number(_ name: String) -> Int64? { self[name].flatMap { Int64($0) } }

    /// A path with these behind it, save what was told once.
    func address(at path: String) -> String {
        let pairs = filled.filter { !DoneNotice.owns($0.key) }.sorted { $0.key < $1.key }
            .flatMap { name, texts in
                texts.map { "\(name.addingPercentEncoding)=\($0.addingPercentEncoding)" }
            }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }

    /// Without the names of which the text is empty: an empty box of a form was not filled in.
    var filled: [String: [String]] {
        values.compactMapValues { texts in
            let filled = texts.filter { !$0.allSatisfy(\.isWhitespace) }
            return filled.isEmpty ? nil : filled
        }
    }

    /// A part of a path without its percent signs.
    static func plain(_ part: Substring) -> String {
        decoded(
            Array(part.utf8.flatMap { $0 == UInt8(ascii: "+") ? Array("%2B".utf8) : [$0] })[...]
        )
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(0x20)
            case UInt8(ascii: "%"):
                if rest.count >= 2, let high = digit(rest[rest.startIndex]),
                    let low = digit(rest[rest.startIndex + 1])
                {
                    plain.append(high << 4 | low)
                    rest = rest.dropFirst(2)
                } else {
                    plain.append(byte)
                }
            default: plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(UnicodeScalar(byte)).hexDigitValue.map(UInt8.init)
    }
}
