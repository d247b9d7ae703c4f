import Domain
import Glibc
import Synchronization

/// Consecutive lines of a batch that speak through one login.
struct BatchChunk: Sendable {
    /// nil when no line of it reads as a command.
    let side: Side?
    let lines: [BatchLine]

    /// How many lines are done together: beyond this nothing is gained, and memory stays bounded.
    static let limit = 10_000
    /// The most bytes of lines that are held at once.
    static let byteLimit = 8 << 20
}

/// The lines of a batch, read once from the beginning to the end, whatever the file's size.
final class BatchSource: Sendable {
    private let reading: Mutex<Reading>

    /// Opens a file; a dash is standard input, which is read as it comes.
    ///
    /// - Throws: `.unreadable`, with the path and what the system says.
    init(path: String, key: String?) throws(Failure) {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unreadableFile(path, errno)
        }
        reading = Mutex(Reading(lines: LineBuffer(descriptor, path), key: key, waiting: nil))
    }

    deinit {
        reading.withLock { $0.lines.closeFile() }
    }

    /// Which login the next chunk speaks through; nil at the end.
    ///
    /// The workshop's for lines that are no commands.
    func nextSide() throws(Failure) -> Side? {
        try reading.withLock { (reading) throws(Failure) in
            try reading.peek().map { $0.side ?? .main }
        }
    }

    /// The next lines; nil at the end.
    func next() throws(Failure) -> BatchChunk? {
        try reading.withLock { (reading) throws(Failure) in try reading.chunk() }
    }

    private struct Reading {
        var lines: LineBuffer
        let key: String?
        /// Read, and not yet handed over.
        var waiting: BatchLine?

        mutating func peek() throws(Failure) -> BatchLine? {
            if waiting == nil { waiting = try read() }
            return waiting
        }

        mutating func chunk() throws(Failure) -> BatchChunk? {
            var side: Side?
            var chunk: [BatchLine] = []
            let end = lines.bytesRead + BatchChunk.byteLimit
            while let line = try peek() {
                if let side, let other = line.side, side != other { break }
                side = side ?? line.side
                chunk.append(line)
                waiting = nil
                if chunk.count == BatchChunk.limit || lines.bytesRead >= end { break }
            }
            return chunk.isEmpty ? nil : BatchChunk(side: side, lines: chunk)
        }

        private mutating func read() throws(Failure) -> BatchLine? {
            while let line = try lines.next() {
                guard let bytes = line.bytes else { return BatchLine(tooLong: line.number) }
                if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0d }) { continue }
                return BatchLine(bytes, number: line.number, batchKey: key)
            }
            return nil
        }
    }
}

extension BatchLine {
    var side: Side? {
        guard case .work(let work) = content else { return nil }
        return work.side
    }
}
