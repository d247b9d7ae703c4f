/// Traces of a spreadsheet that rewrote what people had typed.
enum SpreadsheetDamage {
    private static let errors: Set<String> = [
        "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#VALEUR!", "#NOM?",
        "#NOMBRE!", "#NUL!", "#CHAMP!", "#SPILL!",
    ]

    @inline(__always)
    static func isError(_ cell: LentBytes) -> Bool {
        cell.first == UInt8(ascii: "#") && isKnownError(cell)
    }

    private static func isKnownError(_ cell: LentBytes) -> Bool {
        errors.contains(String(decoding: cell, as: UTF8.self)) || cell.allSatisfy { $0 == 0x23 }
    }

    /// Whether a long number was rounded: `6.37702E+15`, `3,01043E+13`.
    static func isRounded(_ cell: LentBytes) -> Bool {
        guard let sign = cell.firstIndex(of: UInt8(ascii: "+")), sign > 1,
            cell[sign - 1] | 0x20 == UInt8(ascii: "e"), sign + 1 < cell.count
        else { return false }
        let isMantissa = cell[..<(sign - 1)].allSatisfy {
            isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        }
        return isMantissa && cell[(sign + 1)...].allSatisfy(isDigit)
    }

    /// Whether a serial number was turned into a date: `12/03/2019`, `2019-03-12 00:00:00`, `mars-05`.
    static func isDate(_ cell: LentBytes) -> Bool {
        let digits = cell.count(where: isDigit)
        let slashes = cell.count { $0 == UInt8(ascii: "/") }
        if slashes == 2, digits + slashes == cell.count, (4...8).contains(digits) { return true }
        let colons = cell.count { $0 == UInt8(ascii: ":") }
        if cell.count >= 10, colons == 2,
            case .day = DateReading.read(cell, convention: .dayFirst)
        {
            return true
        }
        let parts = cell.split(separator: UInt8(ascii: "-"))
        guard parts.count == 2, cell.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else {
            return false
        }
        let words = parts.filter { !$0.allSatisfy(isDigit) }
        guard words.count == 1, let word = words.first, parts.allSatisfy({ $0.count <= 9 }),
            digits <= 4
        else { return false }
        return Months.number(LentBytes(rebasing: word)) != nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
