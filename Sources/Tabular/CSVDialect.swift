/// How one file separates and protects its cells.
public struct CSVDialect: Sendable, Hashable {
    /// The ASCII byte between two cells.
    public var delimiter: UInt8
    /// Whether `\"` inside a quoted cell is a quote, beside the `""` of RFC 4180.
    public var escapesWithBackslash: Bool

    public init(delimiter: UInt8 = UInt8(ascii: ","), escapesWithBackslash: Bool = false) {
        self.delimiter = delimiter
        self.escapesWithBackslash = escapesWithBackslash
    }
}

/// The sizes past which a record is refused, so that a hostile or broken file cannot eat the memory.
public struct CSVLimits: Sendable, Hashable {
    public var fieldBytes: Int
    public var columns: Int
    /// At least `fieldBytes`, and below 2 GiB.
    public var recordBytes: Int

    public init(
        fieldBytes: Int = 1_000_000,
        columns: Int = 16_384,
        recordBytes: Int = 16_000_000
    ) {
        self.fieldBytes = fieldBytes
        self.columns = columns
        self.recordBytes = min(max(recordBytes, fieldBytes), Int(Int32.max))
    }
}
