import Domain
import Tabular

/// How one file will be read, decided from its beginning and shown to a person before anything is written.
public struct DeviceListPlan: Sendable {
    public typealias Choices = ListChoices<DeviceField>

    /// How it is written.
    public let writing: ListWriting
    public let map: HeadingMap<DeviceField>
    public let facts: ColumnFacts
    /// The first records as text, heading included, to show.
    public let preview: [[String]]
    let reference: ImportReference
    /// Whether extra facts may be about persons.
    let keepsPersonal: Bool

    /// The most that is looked at, in bytes.
    public static let sampleSize = ListSample.size

    /// Decides from `sample`, the first ``sampleSize`` bytes, or the whole file when it is shorter (`isWhole`); what comes out of
    /// a `container` is in UTF-8.
    ///
    /// - Throws: ``FileRefusal`` when this is no list of devices.
    public init(
        sample: UnsafeRawBufferPointer,
        isWhole: Bool,
        of container: ListContainer? = nil,
        reference: ImportReference,
        choices: Choices = Choices()
    ) throws(FileRefusal) {
        let sample = try ListSample(sample, isWhole: isWhole, of: container, choices)
        let heading = try ListHeading.find(
            in: sample.records,
            HeadingSearch(reference, choices)
        )
        map = heading.map
        let below = sample.records.filter { $0.number > heading.lastNumber }
        var facts = Self.facts(heading.map, below, reference.dates)
        if let dates = choices.dates { facts.dates = dates }
        self.facts = facts
        writing = sample.writing(under: heading)
        preview = sample.preview
        self.reference = reference
        keepsPersonal = choices.keepsPersonal
    }

    private static func facts(
        _ map: HeadingMap<DeviceField>,
        _ records: [SampleRecord],
        _ words: DateWords
    ) -> ColumnFacts {
        func values(_ field: DeviceField) -> [[UInt8]] {
            guard let column = map.column(of: field) else { return [] }
            return records.compactMap { record in
                guard column.number <= record.cells.count else { return nil }
                return Array(record.cells[column.number - 1].utf8)
            }
        }
        return ColumnFacts(
            dates: DateConvention.detect(values(.boughtOn), words),
            serialWidth: ColumnFacts.width(of: values(.serial)),
            usualCells: ColumnFacts.usualCells(of: records.map(\.cells))
        )
    }
}

extension DeviceListPlan {
    /// For reports and for the file of rejects.
    public var outline: ListOutline { ListOutline(writing, map, dates: facts.dates) }
}
