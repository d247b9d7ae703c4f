/// How two writings of a drive's identity are compared.
enum DriveIdentity {
    /// Capitals without spaces; nil for what stands where a serial number is missing.
    static func serial(_ text: String) -> String? {
        let serial = String(text.filter { !$0.isWhitespace }).uppercased()
        let isAnonymised = serial.allSatisfy { $0 == "X" || $0 == "0" || $0 == "-" }
        return isAnonymised || serial.hasPrefix("(") ? nil : serial
    }

    /// Tools cut models short and put makers in front, and people leave makers out: one must hold the other, or begin it once words
    /// are taken off its front.
    ///
    /// nwipe cuts at 17 characters, maker included: `HITACHI HTS725050` is an HTS725050A7E630.
    static func agree(_ one: String, _ other: String) -> Bool {
        let whole = FoldedText(one).lettersAndDigits
        let otherWhole = FoldedText(other).lettersAndDigits
        if whole.contains(otherWhole) || otherWhole.contains(whole) { return true }
        let (tails, otherTails) = (tails(of: one), tails(of: other))
        if tails.contains(where: { begins($0, otherWhole) })
            || otherTails.contains(where: { begins($0, whole) })
        {
            return true
        }
        // Two makers' names before one number: a house is bought, or written in full.
        guard let number = tails.last, let otherNumber = otherTails.last else { return false }
        return min(number.count, otherNumber.count) >= 8 && begins(number, otherNumber)
    }

    /// Whether one of them begins the other.
    private static func begins(_ one: String, _ other: String) -> Bool {
        one.hasPrefix(other) || other.hasPrefix(one)
    }

    /// What is left as words are taken off the front, while that still names a model: `SSD` and `500GB` name none.
    private static func tails(of text: String) -> [String] {
        let words = text.split { $0.isWhitespace || $0 == "_" }
        return words.indices.dropFirst()
            .map { FoldedText(words[$0...].joined()).lettersAndDigits }
            .filter { tail in
                tail.count >= 6 && tail.contains { $0.isNumber } && tail.contains { $0.isLetter }
            }
    }
}
