/// Whether a numbered paper still stands.
public enum PaperState: String, Vocabulary {
    case valid
    case cancelled
    case replaced

    public var label: Phrase {
        switch self {
        case .valid: Phrase(fr: "valable", en: "valid")
        case .cancelled: Phrase(fr: "annulé", en: "cancelled")
        case .replaced: Phrase(fr: "remplacé", en: "replaced")
        }
    }
}
