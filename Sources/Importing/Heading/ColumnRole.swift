/// What the columns of one kind of list can say, by the words under which people and reference lists name them.
public protocol ListField: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {}

/// What is done with a column.
public enum ColumnRole<Field: ListField>: Sendable, Hashable {
    case field(Field)
    /// Kept as a further fact under its own heading.
    case extra
    /// About a person: dropped unless the import says otherwise.
    case personal
    /// Written by Moulin for the reader, such as the reasons in a file of rejects.
    case ignored

    /// From the word in a list of headings, or of a person.
    public init?(word: String) {
        switch word {
        case "extra": self = .extra
        case "personal": self = .personal
        case "ignored": self = .ignored
        default:
            guard let field = Field(rawValue: word) else { return nil }
            self = .field(field)
        }
    }

    /// All the words there are.
    public static var words: [String] {
        Field.allCases.map(\.rawValue) + ["extra", "personal", "ignored"]
    }

    /// The word under which reports show it.
    public var word: String {
        switch self {
        case .field(let field): field.rawValue
        case .extra: "extra"
        case .personal: "personal"
        case .ignored: "ignored"
        }
    }
}
