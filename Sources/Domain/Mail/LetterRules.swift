/// When a letter that did not leave is tried again.
public enum LetterRules {
    /// For this long a letter is on loan to whoever sends it; then somebody else may.
    public static let loanSeconds = 300
    public static let lastTry = 7

    /// Seconds to wait after so many tries that failed: a minute, four, sixteen … about two days in all; nil after the last.
    public static func secondsUntilNextTry(after tries: Int) -> Int? {
        guard (1..<lastTry).contains(tries) else { return nil }
        return (1..<tries).reduce(60) { wait, _ in wait * 4 }
    }
}
