public import Domain

/// How a list was understood, in words: what reports say of it, whatever the list is about.
public struct ListOutline: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        /// Counted from 1.
        public let number: Int
        public let heading: String
        /// The word of what it was read as.
        public let role: String
    }

    public let writing: ListWriting
    public let columns: [Column]
    /// What a person should know about the sheets beside this one, and about the heading.
    public let remarks: [Phrase]
    /// The order of day and month; nil when nothing proves one.
    public let dates: DateConvention?

    init<Field>(_ writing: ListWriting, _ map: HeadingMap<Field>, dates: DateConvention?) {
        self.writing = writing
        self.dates = dates
        columns = map.columns.map {
            Column(number: $0.number, heading: $0.heading, role: $0.role.word)
        }
        remarks =
            (writing.container?.remarks ?? []) + writing.remarks + map.remarks.map(\.sentence)
    }
}
