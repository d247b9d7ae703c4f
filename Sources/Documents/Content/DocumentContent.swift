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
