/// Input that could not be read: what was written, where it went wrong, what was expected.
public struct Unreadable: Error, Hashable, Codable, Sendable {
    public let text: String
    /// Place of the first character at fault, counted from 1; nil when no single one is.
    public let place: Int?
    public let expected: Phrase

    public init(_ text: String, at place: Int? = nil, expected: Phrase) {
        self.text = text
        self.place = place
        self.expected = expected
    }

    public func sentence(in language: Language) -> String {
        if text.isEmpty { return missing(in: language) }
        switch language {
        case .fr:
            let where_ = place.map { " (caractère \($0))" } ?? ""
            return "« \(text) » ne se lit pas\(where_) : \(expected.fr)."
        case .en:
            let where_ = place.map { " (character \($0))" } ?? ""
            return "\"\(text)\" cannot be read\(where_): \(expected.en)."
        }
    }

    /// Of an empty text there is nothing to show.
    private func missing(in language: Language) -> String {
        switch language {
        case .fr: "Il manque : \(expected.fr)."
        case .en: "Missing: \(expected.en)."
        }
    }
}
