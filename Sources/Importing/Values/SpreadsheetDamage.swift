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
