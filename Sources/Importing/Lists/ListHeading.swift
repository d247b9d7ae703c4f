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
    /// Fields of which two, below each other, betray a list that is laid out downwards.
    var telling: Set<Field> = []
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
        if isLaidDownwards(records, search, beside: best?.map.fieldCount ?? 0) {
            throw .laidDownwards
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

    /// Whether the first cells of the lines name more fields than any one line does: "Marque : Dell", "Modèle : Latitude 5490".
    private static func isLaidDownwards(
        _ records: [SampleRecord],
        _ search: HeadingSearch<Field>,
        beside count: Int
    ) -> Bool {
        guard !search.telling.isEmpty else { return false }
        let fields = records.prefix(depth * 2).compactMap { record -> Field? in
            guard let label = record.label else { return nil }
            let column = search.map([label], HeadingSurroundings()).columns.first
            guard case .field(let field)? = column?.role else { return nil }
            return field
        }
        let named = Set(fields)
        return named.count >= 3 && named.count > count
            && named.intersection(search.telling).count >= 2
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
            let other = search.map(next.cells, HeadingSurroundings())
            let fields = other.fieldCount
            let isTranslation = fields >= 2 && fields * 2 >= cells.count && agrees(with: other)
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

extension ListHeading {
    /// Whether no column means one field here and another there.
    fileprivate func agrees(with other: HeadingMap<Field>) -> Bool {
        zip(map.columns, other.columns).allSatisfy { own, other in
            guard case .field(let field) = own.role, case .field(let its) = other.role else {
                return true
            }
            return field == its
        }
    }
}

extension SampleRecord {
    /// What stands before the colon, or in the first cell where others say more; nil for any other line.
    fileprivate var label: String? {
        guard let first = cells.first, !first.isEmpty else { return nil }
        if cells.count(where: { !$0.isEmpty }) > 1 {
            return first.last == ":" ? String(first.dropLast()) : first
        }
        guard let colon = first.firstIndex(of: ":"), colon > first.startIndex else { return nil }
        return String(first[..<colon])
    }
}

extension String {
    /// "(Go)" as "go".
    fileprivate var unitWord: String {
        String(filter { $0.isLetter }).lowercased()
    }
}
