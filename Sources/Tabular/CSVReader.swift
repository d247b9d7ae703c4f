/// Cuts UTF-8 text into CSV records as it arrives, whatever the sizes of the pieces.
///
/// Bytes are pushed in with ``feed(_:isLast:_:)``; each complete record is lent to a callback. One buffer and one table of
/// fields are reused for the whole file, so memory follows the longest record and not the file.
///
/// What it accepts beyond RFC 4180: any ASCII delimiter, LF, CRLF and CR line ends in any mixture, blank lines, a first
/// line `sep=;`, spaces after a closing quote, and a quote inside an unquoted cell, which is kept as written. What it cannot
/// accept makes a record with a ``CSVRecord/fault``, and reading goes on behind it; a quote that is never closed costs its
/// own line and not the rest of the file.
public struct CSVReader: ~Copyable {
    enum State { case plain, quoted, closed, skipping }

    /// How many bytes are looked at at once; the buffer has as many behind its capacity.
    static let block = 64

    public private(set) var dialect: CSVDialect
    let limits: CSVLimits

    var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    var filled = 0
    /// The first byte not looked at yet.
    var cursor = 0
    /// Set when reading goes on elsewhere than behind the block in hand.
    var hasMovedCursor = false
    var recordStart = 0
    var fieldStart = 0
    var quoteOpen = 0
    var quoteClose = 0
    /// The place of `buffer[0]` in the whole text.
    private var bufferOffset = 0

    var fields: UnsafeMutablePointer<CSVRecord.Field>
    private var fieldCapacity: Int
    /// How many cells a record may have before the table has to grow or the record is refused.
    private(set) var fieldRoom: Int
    var fieldCount = 0

    var state = State.plain
    var isEscaped = false
    var endedByReturn = false
    /// Whether more than ASCII and well-formed characters of two bytes was seen since the record began.
    var mayBeInvalid = false
    /// 1 when the last byte looked at was the first of a character of two.
    var leadBefore: UInt64 = 0
    var line = 1
    var recordLine = 1
    var quoteLine = 1
    var number = 0
    var fault: CSVFault?
    private var isPastPrologue = false

    public init(dialect: CSVDialect = CSVDialect(), limits: CSVLimits = CSVLimits()) {
        self.dialect = dialect
        self.limits = limits
        capacity = 1 << 16
        buffer = .allocate(capacity: capacity + Self.block)
        fieldCapacity = 64
        fieldRoom = min(fieldCapacity, limits.columns)
        fields = .allocate(capacity: fieldCapacity)
    }

    deinit {
        buffer.deallocate()
        fields.deallocate()
    }

    /// Takes the next bytes and lends each record that they complete.
    ///
    /// - Parameters:
    ///   - bytes: Any number of bytes, even none.
    ///   - isLast: Ends the text: the record in hand is complete, with or without a line end.
    ///   - body: Receives each record, in order.
    /// - Throws: What `body` throws, and nothing else; the reading ends there.
    public mutating func feed<Failure: Error>(
        _ bytes: UnsafeRawBufferPointer,
        isLast: Bool,
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Self.pieceSize)
            rest = rest.dropFirst(piece.count)
            append(UnsafeRawBufferPointer(rebasing: piece))
            try readOn(isLast: isLast && rest.isEmpty, body)
        }
        if isLast { try finish(body) }
    }

    /// Large enough to amortise moving a tail, small enough to stay in the second-level cache.
    private static let pieceSize = 1 << 17

    private mutating func readOn<Failure: Error>(
        isLast: Bool,
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        guard readPrologue(isLast: isLast) else { return }
        try scan(body)
        while try breakOffWhatIsTooLong(at: filled, body) { try scan(body) }
        if state == .skipping { recordStart = filled }
    }

    private mutating func finish<Failure: Error>(
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        try readOn(isLast: true, body)
        while state == .quoted {
            try recover(.quoteNotClosed, body)
            try scan(body)
        }
        if state != .skipping, filled > recordStart { try endRecord(at: filled, body) }
        recordStart = filled
    }

    /// Moves the unfinished record to the front and the new bytes behind it.
    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress else { return }
        let kept = filled - recordStart
        if kept + bytes.count > capacity { grow(to: kept + bytes.count) }
        if recordStart > 0, kept > 0 {
            buffer.update(from: buffer + recordStart, count: kept)
        }
        bufferOffset += recordStart
        cursor -= recordStart
        fieldStart -= recordStart
        quoteOpen -= recordStart
        quoteClose -= recordStart
        recordStart = 0
        UnsafeMutableRawPointer(buffer + kept).copyMemory(from: source, byteCount: bytes.count)
        filled = kept + bytes.count
    }

    private mutating func grow(to needed: Int) {
        var larger = capacity
        while larger < needed { larger *= 2 }
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + Self.block)
        moved.update(from: buffer, count: filled)
        buffer.deallocate()
        buffer = moved
        capacity = larger
    }

    /// Obeys a first line `sep=;`, which tells Excel the delimiter and is no record.
    ///
    /// - Returns: false while there are too few bytes to tell.
    private mutating func readPrologue(isLast: Bool) -> Bool {
        guard !isPastPrologue else { return true }
        guard filled >= 10 || isLast else { return false }
        isPastPrologue = true
        let start = UnsafeRawBufferPointer(start: buffer, count: filled)
        guard let declared = DelimiterDeclaration(firstBytes: start) else { return true }
        dialect.delimiter = declared.delimiter
        cursor = declared.size
        recordStart = declared.size
        fieldStart = declared.size
        line = 2
        recordLine = 2
        return true
    }

    mutating func note(_ reason: CSVFault.Reason, at index: Int, line: Int? = nil) {
        guard fault == nil else { return }
        fault = CSVFault(
            reason: reason,
            line: line ?? self.line,
            column: fieldCount + 1,
            offset: bufferOffset + index
        )
    }

    mutating func addField(_ start: Int, _ end: Int) {
        if end - start > limits.fieldBytes { note(.fieldTooLong, at: start) }
        guard fieldCount < limits.columns else { return note(.tooManyColumns, at: start) }
        if fieldCount == fieldCapacity { growFields() }
        putField(start, end)
    }

    /// Notes a cell for which there is room, within all limits.
    @inline(__always)
    mutating func putField(_ start: Int, _ end: Int) {
        fields[fieldCount] = CSVRecord.Field(
            start: UInt32(truncatingIfNeeded: start - recordStart),
            end: UInt32(truncatingIfNeeded: end - recordStart)
        )
        fieldCount += 1
    }

    private mutating func growFields() {
        let moved = UnsafeMutablePointer<CSVRecord.Field>.allocate(capacity: fieldCapacity * 2)
        moved.update(from: fields, count: fieldCount)
        fields.deallocate()
        fields = moved
        fieldCapacity *= 2
        fieldRoom = min(fieldCapacity, limits.columns)
    }
}
