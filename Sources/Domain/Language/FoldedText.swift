/// Text reduced to what two writings of one name have in common.
///
/// Lower case; no accents, whether written as one character or two; æ, œ, ß spelt out. Other
/// scripts keep their letters and lose their combining marks.
public struct FoldedText: Hashable, Sendable {
    public let text: String

    public init(_ original: String) {
        var folded = ""
        for scalar in original.unicodeScalars {
            for lower in scalar.properties.lowercaseMapping.unicodeScalars {
                folded += Self.withoutAccent(lower)
            }
        }
        text = folded
    }

    /// The folded letters and digits alone, in one piece.
    public var lettersAndDigits: String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.isNumber }
            )
        )
    }

    /// The folded words, separated wherever something other than a letter or digit stood.
    public var words: [String] {
        text.unicodeScalars
            .split { !($0.properties.isAlphabetic || $0.isNumber) }
            .map { String(String.UnicodeScalarView($0)) }
    }

    private static func withoutAccent(_ scalar: Unicode.Scalar) -> String {
        if scalar.isASCII { return String(scalar) }
        if scalar.properties.generalCategory == .nonspacingMark { return "" }
        guard let letter = latinLetter(named: scalar.properties.name) else { return String(scalar) }
        return letter
    }

    /// Unicode names tell the bare letter: "LATIN SMALL LETTER E WITH ACUTE" is an e.
    private static func latinLetter(named name: String?) -> String? {
        guard let words = name?.split(separator: " "), words.count >= 4,
            words[0] == "LATIN", words[1] == "SMALL",
            words[2] == "LETTER" || words[2] == "LIGATURE"
        else { return nil }
        if words[3] == "SHARP" { return "ss" }
        if words[3] == "DOTLESS" { return "i" }
        guard words.count == 4 || words[4] == "WITH", words[3].count <= 2 else { return nil }
        return words[3].lowercased()
    }
}

extension Unicode.Scalar {
    fileprivate var isNumber: Bool {
        properties.generalCategory == .decimalNumber
    }
}
