import Domain
import Tabular

extension DeviceRowReader {
    /// Whether an extra fact is neither about a person nor an error of a spreadsheet.
    private mutating func keepsExtra(_ cell: LentBytes, in index: Int) -> Bool {
        if SpreadsheetDamage.isError(cell) {
            note(.spreadsheetError, cell, in: index)
            return false
        }
        guard !keepsPersonal, PersonalCell.betrays(cell) else { return true }
        note(.personal, LentBytes(start: nil, count: 0), in: index)
        return false
    }

    /// The extra columns, and those of fields without a place, as a JSON object; nil when they are all empty.
    mutating func extras(_ record: CSVRecord) -> LentBytes? {
        let mark = arena.count
        for index in 0..<min(map.columns.count, record.count) {
            guard case .extra = readings[index].way, let cell = record[index]?.trimmed,
                !cell.isEmpty, keepsExtra(cell, in: index)
            else { continue }
            append(cell, in: index, since: mark)
        }
        for index in placeless { appendPlaceless(in: index, since: mark) }
        guard arena.count > mark else { return nil }
        arena.append(UInt8(ascii: "}"))
        return arena.lent(since: mark)
    }

    /// What the row says in such a column, with dates in one form.
    private mutating func appendPlaceless(in index: Int, since mark: Int) {
        switch readings[index].field {
        case .condition:
            if let condition = device.condition { append(condition, in: index, since: mark) }
        case .boughtOn:
            if let day = device.boughtOn {
                append(day.iso.utf8, in: index, since: mark)
            } else if let written = vagueDay {
                append(written, in: index, since: mark)
            }
        default: break
        }
    }

    private mutating func append(
        _ text: some Sequence<UInt8>,
        in index: Int,
        since mark: Int
    ) {
        arena.append(UInt8(ascii: arena.count == mark ? "{" : ","))
        arena.append(readings[index].jsonKey)
        arena.append(0x22)
        for byte in text { JSONText.append(byte) { arena.append($0) } }
        arena.append(0x22)
    }
}
