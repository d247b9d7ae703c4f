/// How Excel writes characters that XML cannot carry: `_x000D_` for a carriage return, and `_x005F_` for an underscore that would
/// begin such a sign.
enum ExcelText {
    static func decoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(underscore), firstEscape(in: bytes) != nil else { return text }
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let (scalar, width) = scalar(in: bytes, at: index) {
                decoded += String(scalar).utf8
                index += width
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// The text with its underscores escaped where a program would take what follows for a character.
    static func encoded(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.contains(underscore), firstEscape(in: bytes) != nil else { return text }
        var encoded: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            encoded.append(byte)
            if unit(in: bytes, at: index) != nil { encoded += "x005F_".utf8 }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static let underscore = UInt8(ascii: "_")
    private static let width = 7

    private static func firstEscape(in bytes: [UInt8]) -> Int? {
        bytes.indices.first { unit(in: bytes, at: $0) != nil }
    }

    /// The character at a place, of one sign or, beyond the first plane, of two; half a character is none.
    private static func scalar(in bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int)? {
        guard let first = unit(in: bytes, at: index) else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, width) }
        guard UTF16.isLeadSurrogate(first), let second = unit(in: bytes, at: index + width),
            UTF16.isTrailSurrogate(second)
        else { return nil }
        let rest = (UInt32(first) & 0x3FF) << 10 | UInt32(second) & 0x3FF
        return Unicode.Scalar(0x1_0000 + rest).map { ($0, 2 * width) }
    }

    /// The number of `_xHHHH_`; nil for any other text.
    private static func unit(in bytes: [UInt8], at index: Int) -> UInt16? {
        guard index + width <= bytes.count, bytes[index] == underscore,
            bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == underscore
        else { return nil }
        let figures = bytes[(index + 2)..<(index + 6)]
        guard figures.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
            return nil
        }
        return UInt16(String(decoding: figures, as: UTF8.self), radix: 16)
    }
}
