public import Domain

/// What is printed on a document but is not its content: how to verify it, and whether this is a reprint.
public struct Imprint: Codable, Hashable, Sendable {
    /// Short, for a person to type: `7KQ4-M2XD`.
    public let verificationCode: String
    /// Where the code is checked, as put in the QR code.
    ///
    /// Carries an opaque token, never personal data.
    public let verificationURL: String
    /// SHA-256 of the content's canonical JSON, in hexadecimal.
    public let contentHash: String
    /// The day of a reprint, which makes it a `DUPLICATA`; nil for the original.
    public let reprintedOn: Day?

    public init(
        verificationCode: String,
        verificationURL: String,
        contentHash: String,
        reprintedOn: Day? = nil
    ) {
        self.verificationCode = verificationCode
        self.verificationURL = verificationURL
        self.contentHash = contentHash
        self.reprintedOn = reprintedOn
    }
}
