public import Domain

/// What is printed on a document but is not its content: how to verify it, and whether this is a reprint.
public struct Imprint: Codable, Hashable, Sendable {
    /// How anybody finds out whether a paper is genuine.
    public struct Verification: Codable, Hashable, Sendable {
        /// Short, for a person to type: `7KQ4-M2XD`.
        public let code: String
        /// Where the code is checked, as put in the QR code.
        ///
        /// Carries an opaque token, never personal data.
        public let url: String
    }

    /// Nil for a paper that only its reader and its keeper know of, such as a letter.
    public let verification: Verification?
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
        verification = Verification(code: verificationCode, url: verificationURL)
        self.contentHash = contentHash
        self.reprintedOn = reprintedOn
    }

    /// Of a paper that is not verified in public.
    public init(contentHash: String) {
        verification = nil
        self.contentHash = contentHash
        reprintedOn = nil
    }
}
