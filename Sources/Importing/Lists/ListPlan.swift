import Domain

/// What is to be known of a kind of list to read one.
public struct ListForm<Field: ListField>: Sendable {
    public let subject: ListSubject
    /// Sets of fields: the heading must name all of one of them.
    public let demands: [Set<Field>]
    /// Whether errors are told without what the cells say.
    public let isConfidential: Bool
    /// Fields whose values are never shown.
    public let secrets: Set<Field>
    /// Fields that are dates, from which the order of day and month is told.
    public let days: Set<Field>

    public init(
        _ subject: ListSubject,
        demands: [Set<Field>],
        isConfidential: Bool = false,
        secrets: Set<Field> = [],
        days: Set<Field> = []
    ) {
        self.subject = subject
        self.demands = demands
        self.isConfidential = isConfidential
        self.secrets = secrets
        self.days = days
    }
}

/// How one list that is not of devices will be read, decided from its beginning.
public struct ListPlan<Field: ListField>: Sendable {
    public let form: ListForm<Field>
    public let writing: ListWriting
    public let map: HeadingMap<Field>
    /// The order of day and month; nil when nothing proves one.
    public let dates: DateConvention?
    public let reference: ImportReference

    /// Decides from `sample`, the first bytes, or the whole file when it is shorter (`isWhole`); what comes out of a `container`
    /// is in UTF-8.
    ///
    /// - Throws: ``FileRefusal`` when this is no such list.
    public init(
        _ form: ListForm<Field>,
        sample: UnsafeRawBufferPointer,
        isWhole: Bool,
        of container: ListContainer? = nil,
        reference: ImportReference,
        choices: ListChoices<Field>
    ) throws(FileRefusal) {
        let sample = try ListSample(sample, isWhole: isWhole, of: container, choices)
        let heading = try ListHeading.find(
            in: sample.records,
            HeadingSearch(form, reference, choices)
        )
        self.form = form
        map = heading.map
        let below = sample.records.filter { $0.number > heading.lastNumber }
        let columns = form.days.compactMap { heading.map.column(of: $0)?.number }
        let values = below.flatMap { record in
            columns.filter { $0 <= record.cells.count }.map { Array(record.cells[$0 - 1].utf8) }
        }
        dates = choices.dates ?? DateConvention.detect(values, reference.dates)
        writing = sample.writing(under: heading)
        self.reference = reference
    }

    /// For reports and for the file of rejects.
    public var outline: ListOutline { ListOutline(writing, map, dates: dates) }
}

/// One plan for all rows that are held in memory: it has many parts, and each row would copy every one of them.
final class SharedPlan<Field: ListField>: Sendable {
    let plan: ListPlan<Field>

    init(_ plan: ListPlan<Field>) {
        self.plan = plan
    }
}

extension HeadingSearch {
    fileprivate init(
        _ form: ListForm<Field>,
        _ reference: ImportReference,
        _ choices: ListChoices<Field>
    ) {
        let aliases: HeadingAliases<Field> = reference.lists.aliases(of: form.subject)
        self.init(
            wanted: form.subject,
            isConfidential: form.isConfidential,
            units: reference.units,
            given: choices.headings,
            map: { cells, around in
                HeadingMap(
                    headings: cells,
                    around: around,
                    aliases: aliases,
                    units: reference.units,
                    chosen: choices.roles
                )
            },
            isEnough: { map in
                form.demands.contains { $0.allSatisfy { map.column(of: $0) != nil } }
            },
            other: { cells, map in
                guard choices.roles.isEmpty else { return nil }
                return reference.list(of: cells, wanted: form.subject, naming: map.fieldCount)
            }
        )
    }
}

extension ImportReference {
    /// The list that these headings betray to someone who wants another one; nil when they may be of that one.
    fileprivate func list(
        of cells: [String],
        wanted: ListSubject,
        naming count: Int
    ) -> ListSubject? {
        let signed = wrongLists.recognise(cells) { $0 != wanted && $0.isImported }
        if let signed { return signed }
        // The users of another program are who works here, whatever else it knows of them.
        if wanted == .people, wrongLists.recognise(cells, among: { $0 == .users }) != nil {
            return nil
        }
        let devices = HeadingMap<DeviceField>(headings: cells, reference: self)
        if devices.fieldCount >= 3, devices.fieldCount > count { return .devices }
        return lists.subject(of: cells, naming: count, except: wanted)
    }
}
