import Domain
import Tabular

/// How the heading of a list is looked for.
struct HeadingSearch<Field: ListField> {
    let wanted: ListSubject
    /// Whether a first line that is no heading names people whom nobody else is to read of.
    var isConfidential = false
    let units: Units
    /// What a person says that the heading would be; nil to look for it.
    let given: [String]?
    let map: ([String], HeadingSurroundings) -> HeadingMap<Field>
    /// Whether the columns are enough to tell what a row is about.
    let isEnough: (HeadingMap<Field>) -> Bool
    /// The list that these headings betray instead; nil when they may be of this one.
    let other: ([String], HeadingMap<Field>) -> ListSubject?
}

extension HeadingSearch {
    /// What may be told of a line that was taken for a heading.
    fileprivate func shown(_ cells: [String]) -> [String] { isConfidential ? [] : cells }
}

/// The heading of a list, found among its first records.
struct ListHeading<Field: ListField> {
    /// The record that names the columns.
    var record: SampleRecord
    var map: HeadingMap<Field>
    /// The rank of the last record that belongs to the heading: a translation or a line of units may stand below it.
    var lastNumber: Int

    /// How many records may stand above the heading: titles, a logo's words, the name of a service.
    private static var depth: Int { 20 }

    /// The record among the first that names the most fields.
    ///
    /// - Throws: ``FileRefusal`` when none names enough, or when the headings are those of another list.
    static func find(
        in records: [SampleRecord],
        _ search: HeadingSearch<Field>
    ) throws(FileRefusal) -> ListHeading {
        guard !records.isEmpty else { throw .kind(.empty) }
        if let given = search.given { return try self.given(given, search) }
        var best: ListHeading?
        for (rank, record) in records.prefix(depth).enumerated() where !record.cells.isEmpty {
            let map = search.map(record.cells, surroundings(of: rank, in: records))
            if let list = search.other(record.cells, map) {
                throw .wrongList(list, wanted: search.wanted)
            }
            guard map.fieldCount > best?.map.fieldCount ?? 0 else { continue }
            best = ListHeading(record: record, map: map, lastNumber: record.number)
        }
        guard var best else {
            throw .noHeading(first: search.shown(records.first?.cells ?? []))
        }
        guard search.isEnough(best.map) else {
            throw .noHeading(first: search.shown(best.record.cells))
        }
        best.takeLinesBelow(records, search)
        return best
    }

    private static func surroundings(
        of rank: Int,
        in records: [SampleRecord]
    ) -> HeadingSurroundings {
        let above = records[..<rank].last { $0.cells.contains { !$0.isEmpty } }
        return HeadingSurroundings(
            above: above?.cells ?? [],
            below: records[(rank + 1)...].map(\.cells)
        )
    }

    /// What a person says that the heading would be, before the first record.
    private static func given(
        _ headings: [String],
        _ search: HeadingSearch<Field>
    ) throws(FileRefusal) -> ListHeading {
        let map = search.map(headings, HeadingSurroundings())
        guard search.isEnough(map) else { throw .noHeading(first: headings) }
        let record = SampleRecord(number: 0, line: 0, cells: headings)
        return ListHeading(record: record, map: map, lastNumber: 0)
    }

    /// A second heading in another language, and a line of nothing but units, are no devices.
    private mutating func takeLinesBelow(
        _ records: [SampleRecord],
        _ search: HeadingSearch<Field>
    ) {
        let below = records.filter { $0.number > record.number && !$0.isBlank }
        for next in below.prefix(2) {
            let cells = next.cells.filter { !$0.isEmpty }
            let fields = search.map(next.cells, HeadingSurroundings()).fieldCount
            let isTranslation = fields >= 2 && fields * 2 >= cells.count
            let isUnits = cells.allSatisfy { search.units.knows($0.unitWord) }
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
