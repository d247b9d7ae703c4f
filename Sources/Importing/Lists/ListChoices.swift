public import Tabular

/// What a person decides instead of the file; nil and empty leave it to the file.
public struct ListChoices<Field: ListField>: Sendable, Hashable {
    public var charset: Charset?
    public var delimiter: UInt8?
    public var dates: DateConvention?
    /// Roles by heading, as written.
    public var roles: [String: ColumnRole<Field>] = [:]
    /// The heading of a list that has none; nil to look for it in the file.
    public var headings: [String]?
    public var keepsPersonal = false

    public init() {}
}
