/// Why an archive is not read.
public struct ArchiveFault: Error, Sendable, Hashable {
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        case broken
        case encrypted
        case tooManyEntries = "too_many_entries"
        /// More bytes come out than any list or report has.
        case tooLarge = "too_large"
        /// So much more comes out than lies in it that it was made to.
        case bomb
    }

    public var reason: Reason
    /// The entry; nil for the archive as a whole.
    public var entry: String?

    public init(_ reason: Reason, entry: String? = nil) {
        self.reason = reason
        self.entry = entry
    }
}

/// What an archive may hold at most.
public struct ArchiveLimits: Sendable, Hashable {
    public var entries: Int
    /// Of all entries that are read, unpacked.
    public var bytes: Int
    /// Unpacked to packed, minded from a megabyte on: sheets of equal rows pack 100 to 1.
    public var ratio: Int

    public init(entries: Int = 20_000, bytes: Int = 2 << 30, ratio: Int = 400) {
        self.entries = entries
        self.bytes = bytes
        self.ratio = ratio
    }
}
