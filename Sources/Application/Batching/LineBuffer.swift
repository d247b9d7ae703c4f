import Domain
import Glibc

/// Cuts a file into lines, holding no more than one line and one piece of the file.
struct LineBuffer {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0
    private var isAtEnd = false
    private(set) var bytesRead = 0

    private static let pieceSize = 1 << 18

    init(_ descriptor: Int32, _ path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    func closeFile() {
        close(descriptor)
    }

    /// The next line without its end; nil at the end of the file.
    ///
    /// `bytes` is nil for a line beyond the limit.
    mutating func next() throws(Failure) -> (number: Int, bytes: [UInt8]?)? {
        var searched = start
        var isTooLong = false
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                return take(upTo: end, isTooLong)
            }
            if buffer.count - start > BatchLine.limit {
                isTooLong = true
                start = buffer.count
            }
            searched = buffer.count - start
            guard try fill() else {
                return start < buffer.count || isTooLong ? take(upTo: buffer.count, isTooLong) : nil
            }
        }
    }

    private mutating func take(
        upTo end: Int,
        _ isTooLong: Bool
    ) -> (number: Int, bytes: [UInt8]?) {
        let line = start..<end
        start = min(end + 1, buffer.count)
        number += 1
        let isWhole = !isTooLong && line.count <= BatchLine.limit
        guard isWhole else { return (number, nil) }
        return (number, Array(number == 1 ? buffer[line].withoutMark : buffer[line]))
    }

    /// Drops what was taken and reads one more piece behind what is left; false at the end of the file.
    private mutating func fill() throws(Failure) -> Bool {
        guard !isAtEnd else { return false }
        buffer.removeSubrange(..<start)
        start = 0
        let kept = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.pieceSize))
        let count = buffer.withUnsafeMutableBytes { bytes in
            var got = -1
            repeat {
                got = read(descriptor, bytes.baseAddress?.advanced(by: kept), Self.pieceSize)
            } while got < 0 && errno == EINTR
            return got
        }
        let code = errno
        buffer.removeSubrange((kept + max(0, count))...)
        guard count >= 0 else { throw .unreadableFile(path, code) }
        bytesRead += count
        isAtEnd = count == 0
        return count > 0
    }
}

extension ArraySlice<UInt8> {
    /// Without the mark that Windows puts at the beginning of a file in UTF-8.
    fileprivate var withoutMark: Self { starts(with: [0xef, 0xbb, 0xbf]) ? dropFirst(3) : self }
}

extension Failure {
    /// A file that the system does not let be read.
    static func unreadableFile(_ path: String, _ code: Int32) -> Failure {
        let why = String(cString: strerror(code))
        let expected = Phrase(
            fr: "un fichier lisible (\(why))",
            en: "a file that can be read (\(why))"
        )
        return .unreadable(Unreadable(path, expected: expected))
    }
}
