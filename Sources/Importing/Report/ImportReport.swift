public import Tabular

/// What an import did or, in a dry run, would do; the same value from the same code.
public struct ImportReport: Sendable, Hashable {
    /// Rows by what becomes of them.
    public struct Counts: Sendable, Hashable {
        public var create = 0
        public var update = 0
        public var same = 0
        /// Rows for a person to decide.
        public var doubtful = 0
        public var error = 0
        /// Blank rows and lines of totals.
        public var skipped = 0

        public init() {}
    }

    public let charset: Charset
    public let delimiter: UInt8
    public let headingLine: Int
    public let map: HeadingMap
    public let dates: DateConvention?
    public var counts = Counts()
    /// The first errors, in the order of the file; ``errorTotal`` counts all of them.
    public private(set) var errors: [RowError] = []
    public private(set) var errorTotal = 0

    /// The most errors that are kept: more than a person reads, less than memory feels.
    public static let errorLimit = 1000

    public init(_ plan: DeviceListPlan) {
        charset = plan.charset
        delimiter = plan.dialect.delimiter
        headingLine = plan.headingLine
        map = plan.map
        dates = plan.facts.dates
    }

    /// Lines with words that are no device, told so that none is lost unseen.
    public private(set) var leftOut: [SkippedLines.Line] = []

    /// Counts what is no device.
    public mutating func take(_ skipped: SkippedLines) {
        counts.skipped += skipped.count
        leftOut += skipped.lines
    }

    /// Counts one row that is not taken, for one or more reasons.
    public mutating func reject(_ reasons: [RowError]) {
        counts.error += 1
        errorTotal += reasons.count
        errors.append(contentsOf: reasons.prefix(Self.errorLimit - errors.count))
    }
}
