import Glibc

/// The server's log file, and what can be learnt from it.
struct ServerLog: Sendable {
    let path: String

    /// Beyond this size, in bytes, a start puts the log aside as `server.log.1`.
    private static let limit = 16 << 20

    /// Opens the log to append; the descriptor is the caller's to close.
    func open() throws(ClusterError) -> Int32 {
        if TextFile.size(path) > Self.limit { try Folder.rename(path, to: "\(path).1") }
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
        let descriptor = Glibc.open(path, flags, 0o600)
        guard descriptor >= 0 else { throw .file(path, errno) }
        return descriptor
    }

    /// The present end, in bytes; it grows while a server recovers.
    var size: Int { TextFile.size(path) }

    /// What was written since an offset.
    func text(from offset: Int) -> String {
        TextFile.read(path, from: min(offset, size)) ?? ""
    }

    /// Begins a line of Moulin's own.
    static let ownMark = "moulin: error: "

    /// Why a server did not start, in the words of the last line that says it; nil when none does.
    static func reason(in text: String) -> String? {
        let lines = text.split(whereSeparator: \.isNewline)
        if let own = lines.last(where: { $0.hasPrefix(ownMark) }) {
            return String(own.dropFirst(ownMark.count))
        }
        let marks = ["FATAL:", "PANIC:", "ERROR:", "error:", "setpriv:"]
        for line in lines.reversed() {
            for mark in marks {
                guard let found = line.range(ofText: mark) else { continue }
                return String(line[found.upperBound...].drop { $0 == " " })
            }
        }
        return nil
    }
}

extension Substring {
    /// The first place of a text, found without Foundation.
    fileprivate func range(ofText text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            let rest = self[start...]
            if rest.hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
