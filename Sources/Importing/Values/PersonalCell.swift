import Domain

/// Cells that betray a person whatever their column is called: an e-mail address, a telephone number.
enum PersonalCell {
    static func betrays(_ cell: LentBytes) -> Bool {
        guard let first = cell.first else { return false }
        let mayBeNumber = first == UInt8(ascii: "0") || first == UInt8(ascii: "+")
        if mayBeNumber, cell.count >= 9, isTelephone(cell) { return true }
        return cell.contains(UInt8(ascii: "@")) && holdsAddress(cell)
    }

    /// Letters before the sign, and behind it a domain whose last part is letters: "i7@2.40GHz" is none.
    private static func holdsAddress(_ cell: LentBytes) -> Bool {
        cell.indices.contains { sign in
            guard cell[sign] == UInt8(ascii: "@"), sign > 0, isWord(cell[sign - 1]) else {
                return false
            }
            let domain = cell[(sign + 1)...].prefix { isWord($0) || $0 == UInt8(ascii: ".") }
            let parts = domain.split(separator: UInt8(ascii: "."))
            guard parts.count >= 2, let last = parts.last else { return false }
            return last.count >= 2 && last.allSatisfy(isLetter)
        }
    }

    /// "06 12 34 56 78", "+33 6 12 34 56 78", "0033612345678"; nothing else in the cell.
    private static func isTelephone(_ cell: LentBytes) -> Bool {
        guard cell.count <= 24 else { return false }
        var digits = 0
        for byte in cell.dropFirst(cell[0] == UInt8(ascii: "+") ? 1 : 0) {
            guard !isDigit(byte) else {
                digits += 1
                continue
            }
            guard " .-()".utf8.contains(byte) else { return false }
        }
        if cell[0] == UInt8(ascii: "+") { return (8...15).contains(digits) }
        if digits == 13 { return cell.starts(with: "0033".utf8) }
        return digits == 10 && cell[1] != UInt8(ascii: "0") && isInPairs(cell)
    }

    /// Two digits, and two, and two, whatever parts them: "01 2345 67-89" is another number.
    private static func isInPairs(_ cell: LentBytes) -> Bool {
        var run = 0
        for byte in cell {
            if isDigit(byte) { run += 1 } else if !run.isMultiple(of: 2) { return false }
        }
        return true
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte >= 0x80 || "_-+".utf8.contains(byte)
    }
}
