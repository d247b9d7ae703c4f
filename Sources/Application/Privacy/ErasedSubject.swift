public import Domain

/// What went when a person asked to be forgotten, and what stays by which law.
public struct ErasedSubject: Codable, Sendable, Hashable {
    public struct Kept: Codable, Sendable, Hashable {
        public let count: Int
        public let because: LegalHold
        public let law: Phrase

        init(_ count: Int, _ because: LegalHold) {
            self.count = count
            self.because = because
            law = because.label
        }
    }

    /// The household's, donor's or person's number.
    public let subject: Int64
    /// What is gone, by the word of the record.
    public let gone: [String: Int]
    public let kept: [Kept]
    /// What to tell the person.
    public let explanation: Phrase

    init(subject: Int64, gone: [String: Int], kept: [Kept]) {
        self.subject = subject
        self.gone = gone
        let held = kept.filter { $0.count > 0 }
        self.kept = held
        explanation =
            held.isEmpty
            ? Phrase(fr: "Tout est effacé.", en: "Everything is erased.")
            : Phrase(
                fr: "Effacé, sauf ce que la loi garde : "
                    + held.map { "\($0.law.fr) (\($0.count))" }.joined(separator: " ; ") + ".",
                en: "Erased, except for what law keeps: "
                    + held.map { "\($0.law.en) (\($0.count))" }.joined(separator: "; ") + "."
            )
    }
}
