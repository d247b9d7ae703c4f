import Crypto

/// The secret that a telephone shares with the house: both make the same six digits from it and the clock (RFC 6238).
///
/// SHA-1, 30 seconds and six digits, because every program on a telephone knows these and many know nothing else.
public struct OneTimeSecret: Sendable, Hashable {
    /// 20 bytes: as long as the hash (RFC 4226, 4).
    public static let length = 20
    /// Seconds for which a code stands.
    public static let stepSeconds: Int64 = 30
    static let digits = 6

    public let bytes: [UInt8]

    /// nil for fewer than 16 bytes, which RFC 4226 forbids.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count >= 16 else { return nil }
        self.bytes = bytes
    }

    /// The step of the clock at an instant, in seconds since 1970.
    public static func step(at seconds: Int64) -> Int64 { seconds / stepSeconds }

    /// The digits of a step.
    public func code(of step: Int64) -> String {
        let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: bytes))
        )
        let offset = Int(mac[mac.count - 1] & 15)
        let number =
            mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: Self.digits - text.count) + text
    }

    /// The step that a code is of, when it is the present one or one beside it: clocks differ and people type slowly (RFC 6238, 5.2).
    ///
    /// Spaces within the code are nothing. Every candidate is compared whole, whatever the first ones said.
    public func step(of code: String, at seconds: Int64) -> Int64? {
        let given = Array(code.utf8.filter { $0 != 0x20 })
        guard given.count == Self.digits else { return nil }
        let present = Self.step(at: seconds)
        var found: Int64?
        for step in [present - 1, present, present + 1] where step >= 0 {
            let difference = zip(given, self.code(of: step).utf8).reduce(UInt8(0)) {
                $0 | ($1.0 ^ $1.1)
            }
            if difference == 0 { found = step }
        }
        return found
    }

    /// What the picture on the screen says to the telephone.
    public func address(issuer: String, account: String) -> String {
        let issuer = Self.escaped(issuer)
        return
            "otpauth://totp/\(issuer):\(Self.escaped(account))?secret=\(Base32.text(bytes))&issuer=\(issuer)"
    }

    private static func escaped(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF")
        return text.utf8.reduce(into: "") { escaped, byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-._~".utf8.contains(byte)
            escaped +=
                isPlain
                ? String(UnicodeScalar(byte)) : "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
        }
    }
}

extension OneTimeSecret: CustomStringConvertible {
    public var description: String { "a one-time secret" }
}
