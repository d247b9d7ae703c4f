/// One reason why a report proves nothing, with what was expected and what it says.
public struct WipeObjection: Hashable, Codable, Sendable {
    public let kind: Kind
    public let expected: String?
    public let found: String?

    public init(_ kind: Kind, expected: String? = nil, found: String? = nil) {
        self.kind = kind
        self.expected = expected
        self.found = found
    }

    public func sentence(in language: Language) -> String {
        let label = kind.label(in: language)
        guard let expected, let found else { return label }
        switch language {
        case .fr: return "\(label) (attendu : \(expected), lu : \(found))"
        case .en: return "\(label) (expected: \(expected), found: \(found))"
        }
    }
}
