extension SaleLabel {
    /// The words that the law allows for this device.
    ///
    /// Decree 2022-190: every function tested, all data removed.
    ///
    /// - Parameters:
    ///   - inspection: Every test of the list must have passed or have no object.
    ///   - drivesAreCleared: Whether every drive is wiped or replaced.
    /// - Returns: Refurbished only when nothing failed and nothing was left untested.
    public static func allowed(
        for inspection: Inspection,
        drivesAreCleared: Bool
    ) -> SaleLabel {
        let isWhole = InspectionTest.catalogue(for: inspection.type).allSatisfy { test in
            let result = inspection.result(of: test)
            return result == .pass || result == .notApplicable
        }
        return isWhole && drivesAreCleared ? .refurbished : .used
    }
}

/// Words that may not be said of used goods: they pass it off as new.
public enum BannedWords {
    public static let phrases = ["état neuf", "comme neuf", "à neuf"]

    /// The banned words in a text, however they are written.
    public static func found(in text: String) -> [String] {
        let words = FoldedText(text).words
        return phrases.filter { phrase in
            let banned = FoldedText(phrase).words
            return words.indices.contains { words[$0...].starts(with: banned) }
        }
    }

    /// Refuses a text with banned words.
    public static func refuse(in text: String) throws(Refusal) {
        let found = found(in: text)
        guard !found.isEmpty else { return }
        throw Refusal(
            .bannedWords,
            ["text": .text(text), "words": .text(found.joined(separator: ", "))]
        )
    }
}
