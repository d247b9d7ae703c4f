/// Writes flat objects of texts that need no escapes, byte for byte as `CommandJSON` does.
enum PlainJSON {
    /// - Parameter fields: in the order of their names; those without a value are left out.
    /// - Returns: nil when a text needs escapes.
    static func object(_ fields: [(name: StaticString, text: String?)]) -> [UInt8]? {
        var object: [UInt8] = [UInt8(ascii: "{")]
        for (name, text) in fields {
            guard let text else { continue }
            guard text.utf8.allSatisfy(isPlain) else { return nil }
            object.append(contentsOf: object.count == 1 ? "\"".utf8 : ",\"".utf8)
            name.withUTF8Buffer { object.append(contentsOf: $0) }
            object.append(contentsOf: "\":\"".utf8)
            object.append(contentsOf: text.utf8)
            object.append(UInt8(ascii: "\""))
        }
        object.append(UInt8(ascii: "}"))
        return object
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0x7f
    }
}
