public import Domain

/// One plain look at an installation: what was looked at, how it is, and what to do.
public struct Diagnosis: Codable, Sendable, Hashable {
    public enum Verdict: String, Codable, Sendable, CaseIterable {
        case good
        /// Works, and will not for long, or is not proven.
        case doubtful
        case bad

        public var label: Phrase {
            switch self {
            case .good: Phrase(fr: "bien", en: "good")
            case .doubtful: Phrase(fr: "à voir", en: "look")
            case .bad: Phrase(fr: "mal", en: "bad")
            }
        }
    }

    /// One word for machines, such as `disk_space`.
    public let check: String
    public let label: Phrase
    public let verdict: Verdict
    public let says: Phrase

    init(_ check: String, _ label: Phrase, _ verdict: Verdict, fr: String, en: String) {
        self.check = check
        self.label = label
        self.verdict = verdict
        says = Phrase(fr: fr, en: en)
    }
}
