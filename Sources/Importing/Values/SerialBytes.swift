/// What the bytes of a serial number tell before it is looked at closely.
enum SerialBytes {
    struct Classes {
        /// 1 for a small letter, 2 for a byte that is rare in a serial number, 4 for a digit, 8 for a dot.
        let bits: UInt8

        /// Only capitals, hyphens and at least one digit: nothing to rewrite and nothing to ask.
        var isPlain: Bool { bits == 4 }
        var hasSmallLetters: Bool { bits & 1 != 0 }
        var hasRareBytes: Bool { bits & 2 != 0 }
        var hasDigits: Bool { bits & 4 != 0 }
        var hasDots: Bool { bits & 8 != 0 }
    }

    @inline(__always)
    static func classes(of cell: LentBytes) -> Classes {
        var bits: UInt8 = 0
        for byte in cell {
            bits |= classOf(byte)
        }
        return Classes(bits: bits)
    }

    @inline(__always)
    private static func classOf(_ byte: UInt8) -> UInt8 {
        if byte >= 0x30 && byte <= 0x39 { return 4 }
        if byte >= 0x41 && byte <= 0x5A || byte == 0x2D || byte == 0x5F { return 0 }
        if byte >= 0x61 && byte <= 0x7A { return 1 }
        return byte == 0x2E ? 8 : 2
    }

    /// What forbids to take the cell as one serial number; nil when nothing does.
    static func problem(in cell: LentBytes, _ words: DateWords) -> Problem? {
        if SpreadsheetDamage.isDate(cell, words) { return .dateInstead }
        let classes = classes(of: cell)
        guard classes.hasRareBytes || classes.hasDots else { return nil }
        if SpreadsheetDamage.isError(cell) { return SpreadsheetDamage.problem(cell) }
        if SpreadsheetDamage.isRounded(cell) { return .roundedNumber }
        let several = parts(of: cell)
        if several.count > 1 { return .severalValues(several) }
        return hasUnread(cell) ? .unreadableCharacter : nil
    }

    /// Whether a sign stands where a character could not be read: `5CG9002AA?`, `5CG90*2AAC`, `5CG9002…`.
    private static func hasUnread(_ cell: LentBytes) -> Bool {
        if cell.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "*") }) {
            return true
        }
        guard cell.last != UInt8(ascii: ".") else {
            return cell.suffix(3).elementsEqual("...".utf8)
        }
        let text = String(decoding: cell.prefix(100), as: UTF8.self)
        return text.contains { "…\u{FFFD}¿".contains($0) }
    }

    /// The serial numbers in a cell, when separators stand between things that each look like one.
    private static func parts(of cell: LentBytes) -> [String] {
        let text = String(decoding: cell.prefix(2000), as: UTF8.self)
        var pieces = [Substring(text)]
        for separator in signs + words + words.map({ $0.uppercased() }) {
            pieces = pieces.flatMap { $0.split(separator: separator) }
        }
        let serials = pieces.map { String($0.filter { $0 != " " }) }.filter { !$0.isEmpty }
        let lookAlike = serials.allSatisfy { $0.utf8.count >= 4 && $0.contains(where: \.isNumber) }
        return lookAlike ? serials : []
    }

    private static let signs = [
        "\r\n", "\n", "\r", ";", "|", ",", " / ", " + ", " & ", " (", ")",
    ]
    private static let words = [" et ", " and ", " und ", " ou ", " or ", " oder "]
}
