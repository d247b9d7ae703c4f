import CSodium

/// A secret that is told once and known to the database by its hash: a session, a link, a program's key.
public struct Token: Sendable, Hashable {
    /// 32 random bytes.
    let bytes: [UInt8]

    /// A new one.
    init() {
        var bytes = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&bytes, bytes.count)
        self.bytes = bytes
    }

    /// The one of a text that `text` made; nil for any other text.
    public init?(_ text: String) {
        var bytes: [UInt8] = []
        var digits = text.utf8.makeIterator()
        while let high = digits.next() {
            guard let low = digits.next(), let first = Self.value(high),
                let second = Self.value(low)
            else { return nil }
            bytes.append(first << 4 | second)
        }
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// 64 hexadecimal digits.
    public var text: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 97...102: digit - 87
        default: nil
        }
    }
}

extension Token: CustomStringConvertible {
    public var description: String { "a token" }
}
