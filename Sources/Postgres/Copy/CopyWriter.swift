import CLibPQ

/// The way into a running `COPY … FROM STDIN`.
///
/// Collects what is written and sends it in large pieces. Sending blocks while the server is busy, so a writer is never
/// further ahead of it than the buffers between them.
public struct CopyWriter: ~Copyable {
    /// Large enough that the system calls do not count, small enough to stay in the cache.
    static let chunkSize = 131_072

    /// What a socket that has room takes without waiting: it says so while at least a quarter of some 200 kB is free.
    private static let pieceSize = 32_768

    private let connection: OpaquePointer?
    private var buffer: [UInt8] = []
    private var watch = RefusalWatch()
    /// The server ended the COPY before its time; what it says about that follows as a result.
    private(set) var wasRefused = false
    /// Bytes that were given to the server.
    public private(set) var bytesSent = 0

    init(_ connection: OpaquePointer?) {
        self.connection = connection
    }

    /// Writes bytes in the format that the COPY statement names.
    ///
    /// They need not end where a row ends.
    ///
    /// - Throws: `.cancelled` when the task is cancelled; an error that ends the COPY when the server refused what was
    ///   written before. What the server said is thrown by `copyIn`.
    public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(PostgresError) {
        guard buffer.isEmpty, bytes.count >= Self.chunkSize else {
            buffer.append(contentsOf: bytes)
            if buffer.count >= Self.chunkSize {
                try flush()
            }
            return
        }
        try send(bytes)
    }

    /// Writes text, in the format that the COPY statement names.
    public mutating func write(_ text: String) throws(PostgresError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.chunkSize {
            try flush()
        }
    }

    mutating func flush() throws(PostgresError) {
        let chunk = buffer
        defer {
            buffer = chunk
            buffer.removeAll(keepingCapacity: true)
        }
        buffer = []
        try chunk.withUnsafeBufferPointer { bytes throws(PostgresError) in
            try send(UnsafeRawBufferPointer(bytes))
        }
    }

    private mutating func send(_ bytes: UnsafeRawBufferPointer) throws(PostgresError) {
        if Task.isCancelled {
            throw .taskCancelled
        }
        var rest = bytes
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceSize))
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(piece.count))
            let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard
                !watch.hasRefusal(on: connection),
                PQputCopyData(connection, start, Int32(piece.count)) == 1
            else {
                wasRefused = true
                throw PostgresError(.misuse, "the server ended the COPY")
            }
            bytesSent += piece.count
        }
    }
}
