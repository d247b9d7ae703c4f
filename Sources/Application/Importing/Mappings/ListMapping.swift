public import Importing
import Tabular

/// How one source writes its lists, in the words of a person: what is not said is found in the file.
public struct ListMapping: Codable, Sendable, Hashable {
    /// What a column is, by its heading as written: a field such as `serial`, or `extra`, `personal`, `ignored`.
    public var columns: [String: String]
    /// The heading of lists that have none, in any words that the import knows.
    public var heading: [String]?
    public var charset: String?
    /// `dmy` or `mdy`.
    public var dates: String?

    public init(
        columns: [String: String] = [:],
        heading: [String]? = nil,
        charset: String? = nil,
        dates: String? = nil
    ) {
        self.columns = columns
        self.heading = heading
        self.charset = charset
        self.dates = dates
    }

    /// What it decides of a list of devices; nil when one of its words is not known.
    public var choices: DeviceListPlan.Choices? { choices(of: DeviceField.self) }

    /// What it decides of a list with these fields; nil when one of its words is not known.
    func choices<Field: ListField>(of _: Field.Type) -> ListChoices<Field>? {
        var choices = ListChoices<Field>()
        if let charset {
            guard let known = Charset(named: charset) else { return nil }
            choices.charset = known
        }
        if let dates {
            guard let known = DateConvention(rawValue: dates) else { return nil }
            choices.dates = known
        }
        for (heading, word) in columns {
            guard let role = ColumnRole<Field>(word: word) else { return nil }
            choices.roles[heading] = role
        }
        choices.headings = heading
        return choices
    }

    /// This mapping, where `other` says nothing.
    public func completed(by other: ListMapping) -> ListMapping {
        ListMapping(
            columns: columns.merging(other.columns) { mine, _ in mine },
            heading: heading ?? other.heading,
            charset: charset ?? other.charset,
            dates: dates ?? other.dates
        )
    }

    /// The words for what a column of devices is.
    public static var roles: String { ColumnRole<DeviceField>.words.joined(separator: ", ") }
}
