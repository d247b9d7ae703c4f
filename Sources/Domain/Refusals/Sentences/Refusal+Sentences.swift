extension Refusal.Code {
    /// What is told of each rule: first what the rule says of the thing, then what to do.
    ///
    /// By section, both languages side by side; a test demands that no code is left out.
    private static let sentences: [Refusal.Code: Phrase] = [
        mapSentences, unknownSentences, rightsSentences, signingSentences, intakeSentences,
        wipingSentences, gradingSentences, benchSentences, mergingSentences, pricingSentences,
        eligibilitySentences, privacySentences, salesSentences, peopleSentences, documentsSentences,
        papersSentences, openSentences,
    ].reduce(into: [:]) { all, section in all.merge(section) { first, _ in first } }

    /// The sentence with `{names}` in the place of facts.
    public func template(in language: Language) -> String {
        Self.sentences[self]?.text(in: language) ?? rawValue
    }
}
