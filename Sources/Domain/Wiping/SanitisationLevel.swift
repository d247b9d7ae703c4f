/// How deep an erasure goes, least first (NIST SP 800-88).
public enum SanitisationLevel: String, Vocabulary {
    case clear
    case purge
    case destroy

    public var label: Phrase {
        switch self {
        case .clear: Phrase(fr: "effacement simple", en: "clear")
        case .purge: Phrase(fr: "purge", en: "purge")
        case .destroy: Phrase(fr: "destruction", en: "destroy")
        }
    }
}

extension SanitisationLevel: Comparable {
    public static func < (left: SanitisationLevel, right: SanitisationLevel) -> Bool {
        left.depth < right.depth
    }

    private var depth: Int {
        switch self {
        case .clear: 1
        case .purge: 2
        case .destroy: 3
        }
    }
}
