/// A code of the European list of waste: six digits in pairs, and a star where the waste is hazardous.
public struct WasteCode: Hashable, Sendable {
    /// As the list writes it: `16 02 13*`.
    public let text: String

    /// Spaces, points and hyphens may stand anywhere or be left out.
    ///
    /// - Throws: `Unreadable` for anything but six digits with a star or none.
    public init(reading written: String) throws(Unreadable) {
        var rest = written[...].filter { !$0.isWhitespace && $0 != "." && $0 != "-" }[...]
        let star = rest.last == "*" ? "*" : ""
        if !star.isEmpty { rest = rest.dropLast() }
        let digits = Array(rest)
        guard digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw Unreadable(
                written,
                expected: Phrase(
                    fr:
                        "un code déchet de six chiffres, étoilé s'il est dangereux, comme 16 02 13*",
                    en: "a waste code of six digits, with a star if hazardous, such as 16 02 13*"
                )
            )
        }
        let pairs = [0, 2, 4].map { String(digits[$0..<$0 + 2]) }
        text = pairs.joined(separator: " ") + star
    }
}
