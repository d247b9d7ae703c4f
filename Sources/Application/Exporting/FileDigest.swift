import Store

/// The hash of a file that leaves the house, for whoever verifies it without Moulin.
public enum FileDigest {
    /// SHA-256 in hexadecimal.
    public static func hex(of bytes: [UInt8]) -> String { Digest.hex(Digest.sha256(bytes)) }
}
