import CZip
import Glibc

/// A ZIP archive made for a test, packed as programs pack theirs; taken away with it.
public struct ZIPFile: ~Copyable {
    public let path: String
    public let descriptor: Int32

    /// - Parameter entries: names and contents, in order.
    public init(_ entries: [(name: String, bytes: [UInt8])]) {
        var template = Array("/tmp/moulin-test-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        precondition(file >= 0, "a test needs a temporary file")
        close(file)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            preconditionFailure("libzip makes an archive")
        }
        for (name, bytes) in entries {
            let copy = malloc(max(1, bytes.count))
            copy?.copyMemory(from: bytes, byteCount: bytes.count)
            // The archive frees the copy.
            let source = zip_source_buffer(archive, copy, UInt64(bytes.count), 1)
            zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
        }
        precondition(zip_close(archive) == 0, "libzip writes an archive")
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
    }

    public init(texts entries: [(name: String, text: String)]) {
        self.init(entries.map { ($0.name, Array($0.text.utf8)) })
    }

    deinit {
        close(descriptor)
        unlink(path)
    }
}
