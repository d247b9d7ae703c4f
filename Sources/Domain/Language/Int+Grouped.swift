extension Int {
    /// The number as the language writes it: `10 000` with a narrow no-break space (U+202F), or `10,000`.
    public func grouped(in language: Language) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "")
            + digits.groupedByThousands(with: language == .fr ? "\u{202F}" : ",")
    }
}
