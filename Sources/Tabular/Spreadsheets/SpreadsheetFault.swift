/// Why a workbook is not read.
public enum SpreadsheetFault: Error, Sendable, Hashable {
    case archive(ArchiveFault)
    /// A part of the workbook, and where in it.
    case xml(part: String, XMLFault)
    /// Neither of the two kinds of workbooks; with some names of what is in it.
    case notASpreadsheet(names: [String])
    /// The sheet would be longer as text than any list is.
    case tooLong
    case noSheet(named: String, sheets: [String])
}

/// What a sheet may be at most.
public struct SpreadsheetLimits: Sendable, Hashable {
    public var rows: Int
    public var columns: Int
    /// Of the sheet written as text.
    public var textBytes: Int
    /// Of one row, and of the rows that are held at once: cells and rows that repeat themselves are written out.
    public var heldBytes: Int
    /// Of all texts that cells share.
    public var sharedBytes: Int
    public var archive: ArchiveLimits

    public init(
        rows: Int = 1_048_576,
        columns: Int = 16_384,
        textBytes: Int = 1 << 30,
        heldBytes: Int = 32 << 20,
        sharedBytes: Int = 256 << 20,
        archive: ArchiveLimits = ArchiveLimits()
    ) {
        self.rows = rows
        self.columns = columns
        self.textBytes = textBytes
        self.heldBytes = heldBytes
        self.sharedBytes = sharedBytes
        self.archive = archive
    }
}

extension SpreadsheetLimits {
    /// Of tables in a page or in XML, which stand in memory whole: a file of 64 MiB that doubles its quotes.
    public static let markup = SpreadsheetLimits(heldBytes: 128 << 20)
}
