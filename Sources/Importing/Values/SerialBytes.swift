/// What the bytes of a serial number tell before it is looked at closely.
enum SerialBytes {
    struct Classes {
        /// 1 for a small letter, 2 for a byte that is rare in a serial number.
        let bits: UInt8

        /// Only digits, capitals, hyphens and dots: nothing to rewrite and nothing to ask.
        var isPlain: Bool { bits == 0 }
        var hasSmallLetters: Bool { bits & 1 != 0 }
        var hasRareBytes: Bool { bits & 2 != 0 }
    }

    @inline(__always)
    static func classes(of cell: LentBytes) -> Classes {
        var bits: UInt8 = 0
        for byte in cell {
            let small: UInt8 = byte >= 0x61 && byte <= 0x7A ? 1 : 0
            let isPlain =
                (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5A)
                || byte == 0x2D || byte == 0x2E || byte == 0x5F
            bits |= isPlain ? 0 : (small == 1 ? 1 : 2)
        }
        return Classes(bits: bits)
    }

    /// What forbids to take the cell as one serial number; nil when nothing does.
    static func problem(in cell: LentBytes) -> Problem? {
        if SpreadsheetDamage.isDate(cell) { return .dateInstead }
        guard classes(of: cell).hasRareBytes else { return nil }
        if SpreadsheetDamage.isError(cell) { return SpreadsheetDamage.problem(cell) }
        if SpreadsheetDamage.isRounded(cell) { return .roundedNumber }
        let several = parts(of: cell)
        return several.count > 1 ? .severalValues(several) : nil
    }

    /// The serial numbers in a cell, when separators stand between things that each look like one.
    private static func parts(of cell: LentBytes) -> [String] {
        let text = String(decoding: cell.prefix(2000), as: UTF8.self)
        var pieces = [Substring(text)]
        for separator in ["\r\n", "\n", "\r", ";", "|", ",", " / ", " + ", " & ", " et ", " and "] {
            pieces = pieces.flatMap { $0.split(separator: separator) }
        }
        let serials = pieces.map { String($0.filter { $0 != " " }) }.filter { !$0.isEmpty }
        let lookAlike = serials.allSatisfy { $0.utf8.count >= 4 && $0.contains(where: \.isNumber) }
        return lookAlike ? serials : []
    }
}
