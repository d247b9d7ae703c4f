/// Base 32 of RFC 4648, without padding: how a telephone is told a secret, and how recovery codes are written.
public enum Base32 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    public static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (buffer, count): (UInt32, Int) = (0, 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.append(digits[Int(buffer >> UInt32(count) & 31)])
            }
        }
        if count > 0 { text.append(digits[Int(buffer << UInt32(5 - count) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
