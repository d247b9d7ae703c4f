/// How good a device is, best first (rulebook 4.3).
public enum Grade: String, Vocabulary {
    case a
    case b
    case c
    case d

    public var label: Phrase {
        switch self {
        case .a: Phrase(fr: "très bon état", en: "very good condition")
        case .b: Phrase(fr: "bon état", en: "good condition")
        case .c: Phrase(fr: "état d'usage", en: "worn condition")
        case .d: Phrase(fr: "non vendable", en: "not sellable")
        }
    }
}

extension Grade: Comparable {
    /// The capital that is printed.
    public var letter: String { rawValue.uppercased() }

    public var isSellable: Bool { self != .d }

    /// A worse grade is greater: the worst of several is their maximum.
    public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
}
