/// What people and spreadsheets write before a serial number in its own cell.
enum SerialLabel {
    /// The cell without the marks by which a spreadsheet keeps text as text, or a scanner begins and ends a barcode, and without
    /// a word for serial numbers.
    static func removed(from cell: LentBytes) -> LentBytes {
        let unmarked = withoutMarks(cell)
        let ends = unmarked.prefix(longest).indices.filter { index in
            ":=# ".utf8.contains(unmarked[index])
        }
        guard let end = ends.last(where: { names(LentBytes(rebasing: unmarked[..<$0])) }) else {
            return unmarked
        }
        let rest = unmarked[end...].drop { ":=# ".utf8.contains($0) || $0 <= 0x20 }
        return rest.isEmpty ? unmarked : withoutStars(LentBytes(rebasing: rest))
    }

    /// `*5CG9002AAI*`, as code 39 is written.
    private static func withoutStars(_ cell: LentBytes) -> LentBytes {
        let star = UInt8(ascii: "*")
        guard cell.count > 2, cell.first == star, cell.last == star,
            !cell.dropFirst().dropLast().contains(star)
        else { return cell }
        return LentBytes(rebasing: cell.dropFirst().dropLast()).trimmed
    }

    /// `'0016`, `="0016"`, `*0016*`.
    private static func withoutMarks(_ cell: LentBytes) -> LentBytes {
        var rest = cell
        for apostrophe in ["'", "’"] where rest.starts(with: apostrophe.utf8) {
            rest = LentBytes(rebasing: rest.dropFirst(apostrophe.utf8.count))
        }
        guard rest.starts(with: "=\"".utf8), rest.last == UInt8(ascii: "\""), rest.count > 3 else {
            return rest.isEmpty ? cell : withoutStars(rest.trimmed)
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
        "IMEI", "IMEI 1", "N° IMEI", "IMEI/MEID",
    ])

    private static func folded(_ words: [String]) -> Set<[UInt8]> {
        Set(words.map { FoldedBytes.fold($0) })
    }
}
