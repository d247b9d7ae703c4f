/// Text as JSON strings, written into bytes.
enum JSONText {
    static func quoted(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = [0x22]
        for byte in text.utf8 { append(byte) { bytes.append($0) } }
        bytes.append(0x22)
        return bytes
    }

    /// One byte of UTF-8, escaped where JSON asks for it; six bytes at most.
    @inline(__always)
    static func append(_ byte: UInt8, _ put: (UInt8) -> Void) {
        switch byte {
        case 0x22, 0x5C:
            put(0x5C)
            put(byte)
        case 0x0A: put(0x5C); put(UInt8(ascii: "n"))
        case 0x0D: put(0x5C); put(UInt8(ascii: "r"))
        case 0x09: put(0x5C); put(UInt8(ascii: "t"))
        case 0..<0x20:
            for digit in "\\u00".utf8 { put(digit) }
            put(0x30 + byte >> 4)
            put(byte & 0x0F < 10 ? 0x30 + byte & 0x0F : 0x57 + byte & 0x0F)
        default: put(byte)
        }
    }
}
