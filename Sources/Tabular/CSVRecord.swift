/// One record of a CSV text, lent to the reader's callback.
///
/// The bytes belong to the reader's buffer: they are gone when the callback returns. Copy what must stay.
public struct CSVRecord {
    @usableFromInline
    struct Field {
        @usableFromInline var start: UInt32
        @usableFromInline var end: UInt32
    }

    /// The physical line on which the record starts, counted from 1.
    public let line: Int
    /// The record's rank among those that are not blank lines, counted from 1.
    public let number: Int
    /// How many cells the record really has.
    public let count: Int
    /// Not nil: the record is refused, and its cells are not to be trusted.
    public let fault: CSVFault?

    @usableFromInline let base: UnsafeRawPointer
    let size: Int
    @usableFromInline let fields: UnsafePointer<Field>

    /// The cell at an index counted from 0; nil when the record is too short to have it.
    @inlinable
    public subscript(index: Int) -> UnsafeRawBufferPointer? {
        index < count ? cell(index) : nil
    }

    @inlinable
    func cell(_ index: Int) -> UnsafeRawBufferPointer {
        precondition(index >= 0 && index < count, "a cell outside its record")
        let field = fields[index]
        return UnsafeRawBufferPointer(
            start: base + Int(field.start),
            count: Int(field.end - field.start)
        )
    }

    /// The record as written, without its line end; true to the input only when `fault` is not nil or nothing was escaped.
    public var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: size) }

    /// Whether every cell is empty, as in the `;;;;` that spreadsheets leave under a table.
    public var isEmpty: Bool { excess(over: 0) == nil }

    /// The index of the first cell that says something past the columns of the heading; nil when the record fits.
    ///
    /// Spreadsheets end rows with empty cells; those are not an excess.
    public func excess(over columns: Int) -> Int? {
        guard count > columns else { return nil }
        return (columns..<count).first { fields[$0].end > fields[$0].start }
    }

    /// A copy of the cells, for the few places that are not in a hurry.
    public var texts: [String] {
        (0..<count).map { String(decoding: cell($0), as: UTF8.self) }
    }
}
