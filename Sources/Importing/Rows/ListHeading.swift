import Domain
import Tabular

/// The heading of a list, found among its first records.
struct ListHeading {
    /// The record that names the columns.
    var record: SampleRecord
    var map: HeadingMap
    /// The rank of the last record that belongs to the heading: a translation or a line of units may stand below it.
    var lastNumber: Int

    /// How many records may stand above the heading: titles, a logo's words, the name of a service.
    private static let depth = 20

    /// The record among the first that names the most fields.
    ///
    /// - Throws: ``FileRefusal`` when none names a device, or when the headings are those of another list.
    static func find(
        in records: [SampleRecord],
        _ reference: ImportReference,
        _ choices: DeviceListPlan.Choices
    ) throws(FileRefusal) -> ListHeading {
        guard !records.isEmpty else { throw .kind(.empty) }
        if let given = choices.headings { return try self.given(given, reference, choices) }
        var best: ListHeading?
        for (rank, record) in records.prefix(depth).enumerated() where !record.cells.isEmpty {
            let around = surroundings(of: rank, in: records)
            let map = Self.map(record.cells, around, reference, choices)
            if let list = reference.wrongLists.recognise(record.cells),
                map.column(of: .serial) == nil,
                map.column(of: .externalRef) == nil
            {
                throw .wrongList(list)
            }
            guard map.fieldCount > best?.map.fieldCount ?? 0 else { continue }
            best = ListHeading(record: record, map: map, lastNumber: record.number)
        }
        guard var best else { throw .noHeading(first: records.first?.cells ?? []) }
        guard best.map.namesDevices else { throw .noHeading(first: best.record.cells) }
        best.takeLinesBelow(records, reference, choices)
        return best
    }

    private static func surroundings(
        of rank: Int,
        in records: [SampleRecord]
    ) -> HeadingMap.Surroundings {
        let above = records[..<rank].last { $0.cells.contains { !$0.isEmpty } }
        return HeadingMap.Surroundings(
            above: above?.cells ?? [],
            below: records[(rank + 1)...].map(\.cells)
        )
    }

    private static func map(
        _ headings: [String],
        _ around: HeadingMap.Surroundings,
        _ reference: ImportReference,
        _ choices: DeviceListPlan.Choices
    ) -> HeadingMap {
        HeadingMap(
            headings: headings,
            around: around,
            reference: reference,
            keepsPersonal: choices.keepsPersonal,
            chosen: choices.roles
        )
    }

    /// What a person says that the heading would be, before the first record.
    private static func given(
        _ headings: [String],
        _ reference: ImportReference,
        _ choices: DeviceListPlan.Choices
    ) throws(FileRefusal) -> ListHeading {
        let map = map(headings, HeadingMap.Surroundings(), reference, choices)
        guard map.namesDevices else { throw .noHeading(first: headings) }
        let record = SampleRecord(number: 0, line: 0, cells: headings)
        return ListHeading(record: record, map: map, lastNumber: 0)
    }

    /// A second heading in another language, and a line of nothing but units, are no devices.
    private mutating func takeLinesBelow(
        _ records: [SampleRecord],
        _ reference: ImportReference,
        _ choices: DeviceListPlan.Choices
    ) {
        let below = records.filter { $0.number > record.number && !$0.isBlank }
        for next in below.prefix(2) {
            let cells = next.cells.filter { !$0.isEmpty }
            let fields = HeadingMap(headings: next.cells, reference: reference).fieldCount
            let isTranslation = fields >= 2 && fields * 2 >= cells.count
            let isUnits = cells.allSatisfy { reference.units.knows($0.unitWord) }
            guard isTranslation || isUnits else { return }
            lastNumber = next.number
            guard isUnits else { continue }
            for (index, cell) in next.cells.enumerated()
            where !cell.isEmpty && index < map.columns.count {
                map.columns[index].unit = map.columns[index].unit ?? cell.unitWord
                record.cells[index] += " (\(cell.unitWord))"
            }
        }
    }
}

extension String {
    /// "(Go)" as "go".
    fileprivate var unitWord: String {
        String(filter { $0.isLetter }).lowercased()
    }
}

extension HeadingMap {
    /// Whether some column can tell one device from another.
    fileprivate var namesDevices: Bool {
        let names: [DeviceField] = [
            .serial, .externalRef, .model, .maker, .kind, .imei, .mac, .uuid,
        ]
        return names.contains { column(of: $0) != nil }
    }
}
