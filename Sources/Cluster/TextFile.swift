import Glibc

/// Small text files, read and written whole.
enum TextFile {
    /// The text of a file from an offset in bytes on, nil when it cannot be read.
    static func read(_ path: String, from offset: Int = 0) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard lseek(descriptor, offset, SEEK_SET) >= 0 else { return nil }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            guard count >= 0 else { return nil }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    /// Replaces a file in one step: readers see the old text or the new one.
    static func write(
        _ text: String,
        to path: String,
        mode: mode_t
    ) throws(ClusterError) {
        let draft = "\(path).\(getpid())"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .file(path, errno) }
        let count = Glibc.write(descriptor, text, text.utf8.count)
        let code = count < 0 ? errno : ENOSPC
        let complete = count == text.utf8.count && fchmod(descriptor, mode) == 0
        close(descriptor)
        guard complete else {
            unlink(draft)
            throw .file(path, code)
        }
        try Folder.rename(draft, to: path)
    }

    /// The size in bytes, 0 when there is no such file.
    static func size(_ path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
