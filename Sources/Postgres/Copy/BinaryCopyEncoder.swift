/// Writes rows in the binary format of `COPY … (FORMAT binary)`, into one buffer that is used again and again.
///
/// ```swift
/// try connection.copyIn("COPY parcel (id, label) FROM STDIN (FORMAT binary)") { writer in
///     var rows = BinaryCopyEncoder(columns: 2)
///     for parcel in parcels {
///         rows.beginRow()
///         rows.append(parcel.id)
///         rows.append(text: parcel.label)
///         try rows.endRow(into: &writer)
///     }
///     try rows.finish(into: &writer)
/// }
/// ```
///
/// The server takes the bytes as they are: each column must be appended with its exact type.
public struct BinaryCopyEncoder: ~Copyable {
    private let columns: Int16
    private var buffer: UnsafeMutableRawBufferPointer
    /// Bytes of whole rows that wait to be sent.
    private var complete = 0
    /// Those, and the bytes of the row under way.
    private var count = 0
    private var appended: Int16 = 0

    /// - Parameter columns: how many columns the COPY statement names.
    public init(columns: Int) {
        self.columns = Int16(columns)
        buffer = .allocate(byteCount: 2 * CopyWriter.chunkSize, alignment: 8)
        // The signature: PGCOPY, a newline, and bytes that a transfer as text would spoil.
        for byte in [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00] as [UInt8] {
            reserve(1)
            put(byte)
        }
        // No flags, no extension of the header.
        reserve(8)
        put(0 as Int64)
        complete = count
    }

    deinit {
        buffer.deallocate()
    }

    /// Starts a row.
    ///
    /// A row that was not ended is dropped: one found wrong midway is simply left.
    public mutating func beginRow() {
        count = complete
        appended = 0
        reserve(2)
        put(columns)
    }

    /// Ends the row, and sends the rows so far once they are many.
    public mutating func endRow(into writer: inout CopyWriter) throws(PostgresError) {
        precondition(appended == columns, "the row has \(appended) columns of \(columns)")
        complete = count
        if complete >= CopyWriter.chunkSize {
            try send(into: &writer)
        }
    }

    /// Sends what is left, and the mark that ends the format.
    ///
    /// Call it once, at the end.
    public mutating func finish(into writer: inout CopyWriter) throws(PostgresError) {
        count = complete
        reserve(2)
        put(-1 as Int16)
        complete = count
        try send(into: &writer)
    }

    private mutating func send(into writer: inout CopyWriter) throws(PostgresError) {
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<complete])
        complete = 0
        count = 0
        try writer.write(bytes)
    }
}

extension BinaryCopyEncoder {
    /// Appends a number as `int2`, `int4` or `int8`, by its width.
    @inline(__always)
    public mutating func append(_ number: Int16) { append(fixed: number) }
    @inline(__always)
    public mutating func append(_ number: Int32) { append(fixed: number) }
    @inline(__always)
    public mutating func append(_ number: Int64) { append(fixed: number) }

    /// Appends a `boolean`.
    public mutating func append(_ value: Bool) { append(fixed: value ? 1 as UInt8 : 0) }

    /// Appends a `float8`.
    public mutating func append(_ value: Double) { append(fixed: value.bitPattern) }

    /// Appends a `timestamptz`.
    public mutating func append(_ value: Timestamp) { append(fixed: value.postgresMicroseconds) }

    /// Appends a `date`.
    ///
    /// - Parameter days: days since 1970-01-01.
    public mutating func append(date days: Int32) {
        // PostgreSQL counts from 2000-01-01.
        append(fixed: days - 10_957)
    }

    /// Appends `text`: UTF-8 without a zero byte, which the server checks.
    public mutating func append(text: UnsafeRawBufferPointer) { append(bytes: text) }

    /// Appends `text`.
    public mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(bytes: UnsafeRawBufferPointer($0)) }
    }

    /// Appends `bytea`.
    public mutating func append(bytes: UnsafeRawBufferPointer) {
        precondition(bytes.count <= Int32.max, "a value is at most two gigabytes")
        reserve(4 + bytes.count)
        put(Int32(truncatingIfNeeded: bytes.count))
        UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: bytes)
        count += bytes.count
        appended += 1
    }

    /// Appends null, of any type.
    public mutating func appendNull() {
        reserve(4)
        put(-1 as Int32)
        appended += 1
    }

    private mutating func append<Number: FixedWidthInteger>(fixed number: Number) {
        reserve(4 + MemoryLayout<Number>.size)
        put(Int32(MemoryLayout<Number>.size))
        put(number)
        appended += 1
    }

    /// Makes room for `more` bytes.
    ///
    /// `put` writes into room made before.
    private mutating func reserve(_ more: Int) {
        guard count + more > buffer.count else {
            return
        }
        let larger = UnsafeMutableRawBufferPointer.allocate(
            byteCount: 2 * (count + more),
            alignment: 8
        )
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        buffer.deallocate()
        buffer = larger
    }

    private mutating func put<Number: FixedWidthInteger>(_ number: Number) {
        buffer.storeBytes(of: number.bigEndian, toByteOffset: count, as: Number.self)
        count += MemoryLayout<Number>.size
    }
}
