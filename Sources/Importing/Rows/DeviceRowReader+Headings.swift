import Tabular

extension DeviceRowReader {
    /// How a row of headings stands to the heading of the list.
    enum FurtherHeading {
        case same, other
    }

    /// What a row is of which the cells name columns; nil for one that does not.
    ///
    /// Hardly a row of a list is without any digit, and those are seen at a glance.
    func heading(in record: CSVRecord, _ first: Int) -> FurtherHeading? {
        guard map.fieldCount >= 2, !record.written.contains(where: { $0 >= 0x30 && $0 <= 0x39 }),
            meaning(record, first) != nil
        else { return nil }
        let filled = (0..<min(map.columns.count, record.count)).filter {
            record[$0]?.trimmed.isEmpty == false
        }
        let named = filled.filter { meaning(record, $0) != nil }
        let fields = Set(named.compactMap { meaning(record, $0) })
        let unknown = filled.count - named.count
        guard fields.count >= 2, unknown == 0 || fields.count >= 3 && unknown * 2 <= named.count
        else { return nil }
        return named.allSatisfy { means(record, $0) } ? .same : .other
    }

    private func meaning(_ record: CSVRecord, _ index: Int) -> ColumnRole<DeviceField>? {
        guard let cell = record[index]?.trimmed, cell.count <= 80 else { return nil }
        let text = String(decoding: cell, as: UTF8.self)
        switch reference.headings.meaning(of: text, units: reference.units)?.role {
        case .field(let field): return .field(field)
        case .personal: return .personal
        case .extra, .ignored, nil: return nil
        }
    }

    /// Whether a cell names the column in which it stands, as what it is read or as what its heading says.
    private func means(_ record: CSVRecord, _ index: Int) -> Bool {
        let column = map.columns[index]
        let role = meaning(record, index)
        if role == column.role { return true }
        let own = reference.headings.meaning(of: column.heading, units: reference.units)?.role
        return role == own
    }
}
