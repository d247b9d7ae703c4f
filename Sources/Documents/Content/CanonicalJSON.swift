/// The one text of a value: keys sorted by their UTF-8 bytes, no white space, whole numbers only.
///
/// Written here and not taken from a library, because the hash of every issued document hangs on each byte of it
/// for longer than any library promises to keep them.
///
/// - Precondition: the value holds no floating-point number, and encodes without throwing of its own.
public func canonicalJSON(_ value: some Encodable) -> [UInt8] {
    let root = JSONNode()
    do {
        try value.encode(to: CanonicalEncoder(node: root, codingPath: []))
    } catch {
        preconditionFailure("a document's content does not encode: \(error)")
    }
    var bytes: [UInt8] = []
    root.write(into: &bytes)
    return bytes
}

/// A place in the tree, filled by whoever encodes into it.
final class JSONNode {
    enum Content {
        case null
        case bare(String)
        case string(String)
        case array([JSONNode])
        case object([String: JSONNode])
    }

    var content = Content.null

    func child(_ key: String) -> JSONNode {
        let child = JSONNode()
        var members: [String: JSONNode] = [:]
        if case .object(let present) = content { members = present }
        // Lets go of the stored copy, so that adding to the other does not copy the lot.
        content = .null
        members[key] = child
        content = .object(members)
        return child
    }

    func element() -> JSONNode {
        let child = JSONNode()
        var elements: [JSONNode] = []
        if case .array(let present) = content { elements = present }
        content = .null
        elements.append(child)
        content = .array(elements)
        return child
    }

    func write(into bytes: inout [UInt8]) {
        switch content {
        case .null: bytes += Array("null".utf8)
        case .bare(let text): bytes += Array(text.utf8)
        case .string(let text): Self.quote(text, into: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members): Self.write(members, into: &bytes)
        }
    }

    private static func write(_ members: [String: JSONNode], into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        for (index, member) in sorted.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            quote(member.key, into: &bytes)
            bytes.append(UInt8(ascii: ":"))
            member.value.write(into: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// Escapes only what JSON demands, in the way of RFC 8785.
    private static func quote(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += Array("\\\"".utf8)
            case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
            case 0x08: bytes += Array("\\b".utf8)
            case 0x09: bytes += Array("\\t".utf8)
            case 0x0A: bytes += Array("\\n".utf8)
            case 0x0C: bytes += Array("\\f".utf8)
            case 0x0D: bytes += Array("\\r".utf8)
            case 0..<0x20:
                let hex = String(byte, radix: 16)
                bytes += Array("\\u00\(byte < 0x10 ? "0" : "")\(hex)".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
