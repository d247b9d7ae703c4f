public import Domain

/// The frozen content of a document: everything that is said on it, and nothing computed while drawing.
///
/// Its canonical JSON is what the content hash is taken of; a reprint draws the same value again.
public protocol DocumentContent: Codable, Hashable, Sendable {
    var type: DocumentType { get }
    var language: Language { get }
    var issue: Issue { get }
    /// Every sentence that the law or the house demands on the paper, as printed.
    ///
    /// White space is not significant: a mention may be broken over lines.
    var mandatoryMentions: [String] { get }
    /// Lays the document out. Called by `Press`.
    func compose(on paper: Composition) throws(DrawingError)
}

extension Language {
    /// The text of a document in this language.
    ///
    /// Fiscal receipts are French whatever the reader speaks.
    func callAsFunction(_ french: String, _ english: String) -> String {
        switch self {
        case .fr: french
        case .en: english
        }
    }
}

/// What numbering gives a document, inside the transaction that issues it.
public struct Issue: Codable, Hashable, Sendable {
    /// As printed: `RFE-2026-000001`.
    public let number: String
    /// The day on the site's calendar.
    public let day: Day
    /// Seconds since 1970-01-01T00:00:00Z; becomes the creation date of the file.
    public let instant: Int64

    public init(number: String, day: Day, instant: Int64) {
        self.number = number
        self.day = day
        self.instant = instant
    }
}

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

/// The cancelled document that this one stands for.
public struct Replacement: Codable, Hashable, Sendable {
    public let number: String
    public let day: Day

    public init(number: String, day: Day) {
        self.number = number
        self.day = day
    }
}
