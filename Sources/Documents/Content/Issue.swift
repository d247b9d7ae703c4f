public import Domain

/// What numbering gives a document, inside the transaction that issues it.
public struct Issue: Codable, Hashable, Sendable {
    /// As printed: `RFE-2026-000001`.
    public let number: String
    /// The day on the site's calendar.
    public let day: Day
    /// Seconds since 1970-01-01T00:00:00Z; becomes the creation date of the file.
    public let instant: Int64

    public init(number: String, day: Day, instant: Int64) {
        self.number = number
        self.day = day
        self.instant = instant
    }
}
