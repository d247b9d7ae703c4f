/// The tables of an HTML page as rows: what programs export "for Excel", often under the name of XLS.
///
/// A page is read as browsers do, by its tags for rows and cells alone; nothing in it is fetched, run or trusted.
public struct HTMLTable {
    private var rows = SheetRows(.markup)
    private var cell: [UInt8]?
    private var column = 0
    /// How many columns and rows the open cell covers.
    private var span = (columns: 1, rows: 1)
    private var hangingCells = HangingCells()
    /// Whether a row was opened, which may have no cells.
    private var isInRow = false
    private var hasRow = false

    /// The rows of all tables of a page in UTF-8, one after the other, as CSV with commas; nil when there are none.
    ///
    /// - Throws: `.tooLong` for tables that no sheet could hold.
    public static func csv(_ page: [UInt8]) throws(SpreadsheetFault) -> [UInt8]? {
        var table = HTMLTable()
        var rest = page[...]
        while let byte = rest.first {
            guard byte == UInt8(ascii: "<") else {
                let text = rest.prefix { $0 != UInt8(ascii: "<") }
                table.cell?.append(contentsOf: text)
                rest = rest.dropFirst(text.count)
                continue
            }
            let tag = rest.prefix { $0 != UInt8(ascii: ">") }
            rest = rest.dropFirst(tag.count + 1)
            let name = try table.take(tag.dropFirst())
            if name == "script" || name == "style" { rest = after(name, rest) }
        }
        try table.endRow()
        let csv = table.rows.take()
        return csv.isEmpty ? nil : csv
    }

    /// What follows a part that is no text.
    private static func after(_ name: String, _ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = Array("</\(name)".utf8)
        var rest = rest
        while let next = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[next...]
            if rest.prefix(end.count).map({ $0 | 0x20 }) == end.map({ $0 | 0x20 }) { return rest }
            rest = rest.dropFirst()
        }
        return rest.suffix(0)
    }

    /// - Returns: The name of the tag in small letters.
    private mutating func take(_ tag: ArraySlice<UInt8>) throws(SpreadsheetFault) -> String {
        let name = String(decoding: tag.prefix { $0 > 0x20 }.prefix(12), as: UTF8.self).lowercased()
        switch name {
        case "td", "th":
            try endCell()
            cell = []
            hasRow = true
            span = (Self.span("colspan=", of: tag), Self.span("rowspan=", of: tag))
            column = hangingCells.firstFree(from: column)
        case "/td", "/th": try endCell()
        case "tr":
            try endRow()
            isInRow = true
        case "/tr": try endRow()
        case "/table":
            try endRow()
            hangingCells = HangingCells()
        case "br", "br/", "/p", "/div": cell?.append(0x0A)
        default: break
        }
        return name
    }

    private static func span(_ name: String, of tag: ArraySlice<UInt8>) -> Int {
        let text = String(decoding: tag.prefix(400), as: UTF8.self).lowercased()
        guard let place = text.firstRange(of: name) else { return 1 }
        let digits = text[place.upperBound...].drop { $0 == "\"" || $0 == "'" }.prefix {
            $0.isNumber
        }
        return Int(digits).map { max(1, min($0, 1 << 14)) } ?? 1
    }

    private mutating func endCell() throws(SpreadsheetFault) {
        guard let bytes = cell else { return }
        let text = HTMLEntities.decoded(String(decoding: bytes, as: UTF8.self))
        let value = String(text.trimmingWhiteSpace)
        guard rows.put(value, column: column) == nil,
            hangingCells.hang(value, column: column, span) == nil
        else { throw .tooLong }
        column += span.columns
        cell = nil
    }

    private mutating func endRow() throws(SpreadsheetFault) {
        try endCell()
        if hasRow {
            guard rows.fill(hangingCells.values) == nil,
                rows.endRow(rows.followingRow) == nil
            else { throw .tooLong }
        }
        if hasRow || isInRow { hangingCells.endRow() }
        hasRow = false
        isInRow = false
        column = 0
    }
}

/// The signs that HTML writes by a name or a number.
enum HTMLEntities {
    private static let names: [Substring: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "deg": "°",
        "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "agrave": "à", "acirc": "â",
        "ccedil": "ç", "icirc": "î", "iuml": "ï", "ocirc": "ô", "ugrave": "ù", "ucirc": "û",
        "uuml": "ü", "ouml": "ö", "auml": "ä", "szlig": "ß", "ntilde": "ñ", "Eacute": "É",
        "Egrave": "È", "Agrave": "À", "Ccedil": "Ç", "oelig": "œ", "rsquo": "’", "ndash": "–",
        "mdash": "—", "euro": "€", "laquo": "«", "raquo": "»",
    ]

    static func decoded(_ text: String) -> String {
        guard text.contains("&") else { return text }
        var decoded = ""
        var rest = text[...]
        while let sign = rest.firstIndex(of: "&") {
            decoded += rest[..<sign]
            let name = rest[rest.index(after: sign)...].prefix(10).prefix { $0 != ";" }
            if name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let letter = letter(name)
            {
                decoded.append(letter)
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                decoded.append("&")
                rest = rest[rest.index(after: sign)...]
            }
        }
        return decoded + rest
    }

    private static func letter(_ name: Substring) -> Character? {
        guard name.first == "#" else { return names[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        let code = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return code.flatMap { $0 >= 0x20 ? Unicode.Scalar($0) : nil }.map { Character($0) }
    }
}
