/// Why a record could not be read, and the place where a person will see it.
public struct CSVFault: Error, Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case nul
        case invalidText = "invalid_text"
        case textAfterQuote = "text_after_quote"
        case quoteNotClosed = "quote_not_closed"
        case fieldTooLong = "field_too_long"
        case tooManyColumns = "too_many_columns"
        case recordTooLong = "record_too_long"
    }

    public var reason: Reason
    /// Counted from 1; a line end inside quotes counts too, as in a text editor.
    public var line: Int
    /// The cell in its record, counted from 1.
    public var column: Int
    /// Counted from 0 in the text as decoded to UTF-8, without byte order mark.
    public var offset: Int

    public init(reason: Reason, line: Int, column: Int, offset: Int) {
        self.reason = reason
        self.line = line
        self.column = column
        self.offset = offset
    }
}
