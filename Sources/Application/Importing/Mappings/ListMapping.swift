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

    /// Nil when one of its words is not known.
    public var choices: DeviceListPlan.Choices? {
        guard var choices = DeviceImport.choices(charset: charset, dates: dates) else { return nil }
        for (heading, word) in columns {
            guard let role = ColumnRole(word: word) else { return nil }
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

    /// The words for what a column is.
    public static var roles: String { ColumnRole.words.joined(separator: ", ") }
}
