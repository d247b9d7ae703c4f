/// What people and spreadsheets write before a serial number in its own cell.
enum SerialLabel {
    /// The cell without the marks by which a spreadsheet keeps text as text, and without a word for serial numbers.
    static func removed(from cell: LentBytes) -> LentBytes {
        let unmarked = withoutMarks(cell)
        let ends = unmarked.prefix(longest).indices.filter { index in
            ":=# ".utf8.contains(unmarked[index])
        }
        guard let end = ends.last(where: { names(LentBytes(rebasing: unmarked[..<$0])) }) else {
            return unmarked
        }
        let rest = unmarked[end...].drop { ":=# ".utf8.contains($0) || $0 <= 0x20 }
        return rest.isEmpty ? unmarked : LentBytes(rebasing: rest)
    }

    /// `'0016`, `="0016"`.
    private static func withoutMarks(_ cell: LentBytes) -> LentBytes {
        var rest = cell
        for apostrophe in ["'", "’"] where rest.starts(with: apostrophe.utf8) {
            rest = LentBytes(rebasing: rest.dropFirst(apostrophe.utf8.count))
        }
        guard rest.starts(with: "=\"".utf8), rest.last == UInt8(ascii: "\""), rest.count > 3 else {
            return rest.isEmpty ? cell : rest.trimmed
        }
        return LentBytes(rebasing: rest.dropFirst(2).dropLast()).trimmed
    }

    private static func names(_ label: LentBytes) -> Bool {
        var folded: [UInt8] = []
        FoldedBytes.fold(label, into: &folded)
        // A bare "N" may begin a number; "N°" does not.
        if folded == [UInt8(ascii: "n")] { return label.count > 1 }
        return labels.contains(folded)
    }

    private static let longest = 32
    private static let labels = folded([
        "S/N", "SN", "N/S", "N° S/N", "N° SN", "Serial", "Serial number", "Serial no",
        "N° de série",
        "N° série", "No de série", "No série", "Num série", "Numéro de série", "Série",
        "Service tag",
        "Seriennummer", "Serien-Nr", "Número de serie", "Numero di serie", "Serienummer",
    ])

    private static func folded(_ words: [String]) -> Set<[UInt8]> {
        Set(words.map { FoldedBytes.fold($0) })
    }
}
