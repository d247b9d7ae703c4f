/// Which column means what, and what a person should know about the heading.
public struct HeadingMap<Field: ListField>: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        /// Counted from 1.
        public var number: Int
        /// As written, trimmed; `column 7` where the file has none.
        public var heading: String
        public var role: ColumnRole<Field>
        /// The unit that the heading states, in small letters; nil when it states none.
        public var unit: String?
        /// The field for which another column is read first: this one speaks where that one is silent.
        public var standIn: StandIn?
        /// The word for another machine than that of the row, whose serial number stands here: "Écran".
        public var further: String?
    }

    /// A claim that another column has.
    public struct StandIn: Sendable, Hashable {
        public var field: Field
        /// The number of the column that has the field.
        public var owner: Int
    }

    public enum Remark: Sendable, Hashable {
        /// Two columns claim one field; the fuller one has it, and this one is kept as an extra fact.
        case duplicate(number: Int, heading: String, of: Int)
        /// The same in a list that keeps no extra facts: this column speaks where the other is silent.
        case standsIn(number: Int, heading: String, of: Int)
        /// The same, but this column says something else, and is not read.
        case unreadDuplicate(number: Int, heading: String, of: Int)
        case emptyHeading(number: Int)
        /// A column about a person, dropped.
        case personal(number: Int, heading: String)
        /// A column that no field is known for, kept as an extra fact.
        case unmapped(number: Int, heading: String)
        /// A column that no field is known for, in a list that keeps no extra facts.
        case unread(number: Int, heading: String)
        /// A column that should hold kinds of devices, and holds none.
        case notKinds(number: Int, heading: String, areModels: Bool)
        /// A column that no field is known for, and whose values are models.
        case models(number: Int, heading: String)
    }

    public var columns: [Column]
    public var remarks: [Remark]

    /// The column of a field; nil when the list does not have it.
    public func column(of field: Field) -> Column? {
        columns.first { $0.role == .field(field) }
    }

    /// How many columns mean something here.
    public var fieldCount: Int {
        columns.count { if case .field = $0.role { true } else { false } }
    }

    init(_ claims: HeadingClaims<Field>) {
        columns = claims.columns
        remarks = claims.remarks
    }
}

extension HeadingMap.Remark {
    /// The column that is spoken of.
    public var number: Int {
        switch self {
        case .duplicate(let number, _, _), .standsIn(let number, _, _),
            .unreadDuplicate(let number, _, _), .emptyHeading(let number), .personal(let number, _),
            .unmapped(let number, _), .unread(let number, _), .notKinds(let number, _, _),
            .models(let number, _):
            number
        }
    }
}
