import Tabular

/// Traces of a spreadsheet that rewrote what people had typed.
enum SpreadsheetDamage {
    /// The errors of Excel and LibreOffice in French, English, German, Spanish, Italian, Dutch and Portuguese, in capitals.
    private static let errors: Set<String> = [
        "#N/A", "#N/D", "#NV", "#N/B", "#NC", "#REF!", "#¡REF!", "#BEZUG!", "#RIF!", "#VERW!",
        "#DIV/0!", "#¡DIV/0!", "#DEEL/0!", "#VALUE!", "#VALEUR!", "#VALOR!", "#¡VALOR!", "#WERT!",
        "#VALORE!", "#WAARDE!", "#NAME?", "#NOM?", "#NOME?", "#NOMBRE?", "#¿NOMBRE?", "#NAAM?",
        "#NUM!", "#¡NUM!", "#NÚM!", "#NOMBRE!", "#ZAHL!", "#GETAL!", "#NULL!", "#NUL!", "#¡NULO!",
        "#NULO!", "#NULLO!", "#LEEG!", "#SPILL!", "#PROPAGATION!", "#ÜBERLAUF!", "#DESBORDAMIENTO!",
        "#¡DESBORDAMIENTO!", "#ESPANSIONE!", "#OVERLOOP!", "#DESPEJAR!", "#CALC!", "#CALCUL!",
        "#KALK!", "#FIELD!", "#CHAMP!", "#FELD!", "#CAMPO!", "#VELD!", "#FORMULE!", "#UNKNOWN!",
        "#INCONNU!", "#CONNECT!", "#BLOCKED!", "#BUSY!", "#GETTING_DATA", "#ERROR!", "#ERREUR!",
        SheetCell.formulaWithoutValue,
    ]

    @inline(__always)
    static func isError(_ cell: LentBytes) -> Bool {
        (cell.first == UInt8(ascii: "#") || cell.first == UInt8(ascii: "E")) && isKnownError(cell)
    }

    /// What a cell with an error is told to hold.
    static func problem(_ cell: LentBytes) -> Problem {
        cell.elementsEqual(SheetCell.formulaWithoutValue.utf8)
            ? .formulaWithoutValue : .spreadsheetError
    }

    private static func isKnownError(_ cell: LentBytes) -> Bool {
        guard cell[0] == UInt8(ascii: "#") else { return isNumberedError(cell) }
        guard cell.count <= 24 else { return cell.allSatisfy { $0 == 0x23 } }
        return cell.allSatisfy { $0 == 0x23 }
            || errors.contains(String(decoding: cell, as: UTF8.self).uppercased())
    }

    /// "Err:502" of LibreOffice, in French "Err :502".
    private static func isNumberedError(_ cell: LentBytes) -> Bool {
        guard (7...9).contains(cell.count), cell.starts(with: "Err".utf8),
            let colon = cell.firstIndex(of: UInt8(ascii: ":")), cell.count - colon == 4
        else { return false }
        return cell[3..<colon].allSatisfy { !isDigit($0) && ($0 == 0x20 || $0 >= 0x80) }
            && cell[(colon + 1)...].allSatisfy(isDigit)
    }

    /// Whether a long number was rounded: `6.37702E+15`, `3,01043E13`; `1E10` is a number of some maker.
    static func isRounded(_ cell: LentBytes) -> Bool {
        guard let place = cell.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), place > 0
        else { return isDecimal(cell, longerThan: exactDigits) }
        let mantissa = cell[..<place]
        let isSigned = cell[(place + 1)...].first == UInt8(ascii: "+")
        let exponent = cell[(place + 1)...].dropFirst(isSigned ? 1 : 0)
        guard !exponent.isEmpty, exponent.allSatisfy(isDigit),
            mantissa.allSatisfy({ isDigit($0) || isDecimalSign($0) })
        else { return false }
        guard !isSigned else { return true }
        return mantissa.count(where: isDecimalSign) == 1 && mantissa.first.map(isDigit) == true
            && mantissa.last.map(isDigit) == true
    }

    /// The whole number of `1234567.0`, as programs write one that was blank in another row; nil for anything else.
    static func whole(ofDecimal cell: LentBytes) -> LentBytes? {
        guard isDecimal(cell, longerThan: 0), let sign = cell.firstIndex(where: isDecimalSign),
            sign <= exactDigits
        else { return nil }
        return LentBytes(rebasing: cell[..<sign])
    }

    /// As many digits as programs keep in a number.
    private static let exactDigits = 15

    /// Whether the cell is digits and a fraction of nothing but zeros.
    private static func isDecimal(_ cell: LentBytes, longerThan count: Int) -> Bool {
        guard let sign = cell.firstIndex(where: isDecimalSign), sign > count else { return false }
        let zeros = cell[(sign + 1)...]
        return cell[..<sign].allSatisfy(isDigit) && (1...2).contains(zeros.count)
            && zeros.allSatisfy { $0 == 0x30 }
    }

    private static func isDecimalSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
    }

    /// Whether a serial number was turned into a date: `12/03/2019`, `2019-03-12 00:00:00`, `mars-05`.
    static func isDate(_ cell: LentBytes, _ words: DateWords) -> Bool {
        let digits = cell.count(where: isDigit)
        let slashes = cell.count { $0 == UInt8(ascii: "/") }
        if slashes == 2, digits + slashes == cell.count, (4...8).contains(digits) { return true }
        let colons = cell.count { $0 == UInt8(ascii: ":") }
        if cell.count >= 10, colons == 2,
            case .day = DateReading.read(cell, convention: .dayFirst, words: words)
        {
            return true
        }
        let parts = cell.split(separator: UInt8(ascii: "-"))
        guard parts.count == 2, cell.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else {
            return false
        }
        let texts = parts.filter { !$0.allSatisfy(isDigit) }
        guard texts.count == 1, let text = texts.first, parts.allSatisfy({ $0.count <= 9 }),
            digits <= 4
        else { return false }
        return words.month(LentBytes(rebasing: text)) != nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
