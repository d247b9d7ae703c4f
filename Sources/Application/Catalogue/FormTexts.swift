import Domain

/// What the texts of a JSON form may consist of: no character that moves a terminal's cursor or hides what follows, and an end.
enum FormTexts {
    /// Characters of one text; a name has a few dozen, a long remark a few hundred.
    static let limit = 10_000

    /// A file's own text, kept as it came.
    private static let files: Set<String> = ["report"]

    /// Fields in which people write several lines.
    private static let severalLines: Set<String> = [
        "adjustment_reason", "comment", "decision", "defect", "description", "explanation", "fault",
        "grounds", "message", "note", "notes", "object", "purpose", "reason", "source", "street",
        "text",
    ]

    /// - Throws: Names the field and the character, or the limit.
    static func require(_ spot: FormWalk.Spot) throws(Unreadable) {
        guard !files.contains(spot.name) else { return }
        let inside = spot.bytes.dropFirst().dropLast()
        let takesLines = severalLines.contains(spot.name)
        if let scalar = control(in: inside, allowingLines: takesLines) {
            let digits = String(scalar, radix: 16, uppercase: true)
            let code = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
            throw Unreadable(
                spot.path,
                expected: Phrase(
                    fr: "un texte sans caractère de commande ; il contient \(code)",
                    en: "text without control characters; it holds \(code)"
                )
            )
        }
        guard inside.count > limit,
            String(decoding: inside, as: UTF8.self).unicodeScalars.count > limit
        else { return }
        throw Unreadable(
            spot.path,
            expected: Phrase(
                fr: "un texte d'au plus \(limit) caractères",
                en: "text of at most \(limit) characters"
            )
        )
    }

    /// The first control character, written as such or as an escape; lines and tabs only where they are not allowed.
    private static func control(
        in text: ArraySlice<UInt8>,
        allowingLines: Bool
    ) -> UInt16? {
        var place = text.startIndex
        while place < text.endIndex {
            let byte = text[place]
            var found: UInt16?
            if byte == 0x7f { found = 0x7f }
            if byte == 0xc2, place + 1 < text.endIndex, (0x80...0x9f).contains(text[place + 1]) {
                found = UInt16(text[place + 1])
            }
            if byte == UInt8(ascii: "\\") {
                found = escaped(text[(place + 1)...])
                place += 1
            }
            place += 1
            guard let found else { continue }
            guard allowingLines && [0x09, 0x0a, 0x0d].contains(found) else { return found }
        }
        return nil
    }

    /// The control character that an escape behind its backslash stands for; nil for every other character.
    private static func escaped(_ rest: ArraySlice<UInt8>) -> UInt16? {
        switch rest.first {
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0c
        case UInt8(ascii: "n"): return 0x0a
        case UInt8(ascii: "r"): return 0x0d
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "u"):
            let digits = String(decoding: rest.dropFirst().prefix(4), as: UTF8.self)
            return UInt16(digits, radix: 16).flatMap { isControl($0) ? $0 : nil }
        default: return nil
        }
    }

    private static func isControl(_ code: UInt16) -> Bool {
        code < 0x20 || (0x7f...0x9f).contains(code)
    }
}
