/// Base 64 of RFC 4648, 5, without padding: how tokens and keys of other services are written.
public enum Base64URL {
    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8
    )

    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var (buffer, count): (UInt32, Int) = (0, 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                text.append(digits[Int(buffer >> UInt32(count) & 63)])
            }
        }
        if count > 0 { text.append(digits[Int(buffer << UInt32(6 - count) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// nil for any other digit, and for a length or a last digit that no bytes have.
    public static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (buffer, count): (UInt32, Int) = (0, 0)
        for digit in text.utf8 {
            guard let value = value(digit) else { return nil }
            buffer = buffer << 6 | value
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(count)))
        }
        let rest = buffer & (1 << UInt32(count) - 1)
        return count < 6 && rest == 0 ? bytes : nil
    }

    private static func value(_ digit: UInt8) -> UInt32? {
        switch digit {
        case 65...90: UInt32(digit) - 65
        case 97...122: UInt32(digit) - 71
        case 48...57: UInt32(digit) + 4
        case 45: 62
        case 95: 63
        default: nil
        }
    }
}
