/// A database that tests clone: made once for a fingerprint, kept between runs.
public struct TestTemplate: Sendable {
    /// Whatever the content depends on, for instance the checksums of all migrations.
    public let fingerprint: String
    /// Fills the empty database; it owns nothing yet, and its connections must be closed at the end.
    let prepare: @Sendable (TestDatabase) async throws -> Void

    public init(
        fingerprint: String,
        prepare: @escaping @Sendable (TestDatabase) async throws -> Void
    ) {
        self.fingerprint = fingerprint
        self.prepare = prepare
    }

    /// A database with the logins and nothing else.
    public static let empty = TestTemplate(fingerprint: "empty") { _ in }

    /// Sixteen hexadecimal digits of FNV-1a: a name for a cache that only tests read.
    var digest: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in fingerprint.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The digest as a lock's key.
    var key: Int32 { Int32(bitPattern: UInt32(digest.prefix(8), radix: 16) ?? 0) }
}
