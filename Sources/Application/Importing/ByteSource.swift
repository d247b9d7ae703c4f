import Domain
import Glibc
import Tabular

/// A file that is read from its beginning, as often as asked.
public struct ByteSource: ~Copyable {
    /// What to call it in reports: the file's name, or a dash for standard input.
    public let name: String
    private let file: OpenFile
    /// Bytes of the whole file.
    public let size: Int

    /// Opens a file; `-` is standard input, which is put aside first so that it can be read again.
    ///
    /// - Throws: `.unreadable`, with the path and what the system says.
    public init(path: String) throws(Failure) {
        try self.init(SystemPath(path))
    }

    init(_ path: SystemPath) throws(Failure) {
        let isInput = path == SystemPath("-")
        let opened =
            isInput
            ? Self.spool() : OpenFile(path.withCString { open($0, O_RDONLY | O_CLOEXEC) })
        var status = stat()
        guard let file = opened, fstat(file.descriptor, &status) == 0 else {
            throw Self.unreadable(path.text, String(cString: strerror(errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw Self.unreadable(path.text, "not a regular file")
        }
        self.file = file
        size = Int(status.st_size)
        name = path.name.text
    }

    /// Takes over an open file.
    init(_ file: consuming OpenFile, name: String) throws(Failure) {
        var status = stat()
        guard fstat(file.descriptor, &status) == 0 else {
            throw Self.unreadable(name, String(cString: strerror(errno)))
        }
        self.file = file
        self.name = name
        size = Int(status.st_size)
    }

    var descriptor: Int32 { file.descriptor }

    /// Lends the file piece by piece into one buffer; the last piece may be empty and says so.
    func read<E: Error>(
        chunk: Int = 1 << 20,
        _ body: (UnsafeRawBufferPointer, _ isLast: Bool) throws(E) -> Void
    ) throws(E) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while true {
            let count = max(0, pread(descriptor, buffer.baseAddress, chunk, off_t(offset)))
            offset += count
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]), count == 0)
            if count == 0 { return }
        }
    }

    /// What the file is, by its content.
    var kind: FileKind {
        withSample(1 << 18) { (sample, _) in FileKind.recognise(sample) }
    }

    /// Lends the beginning of the file.
    func withSample<R, E: Error>(
        _ count: Int,
        _ body: (UnsafeRawBufferPointer, _ isWhole: Bool) throws(E) -> R
    ) throws(E) -> R {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
        defer { buffer.deallocate() }
        var filled = 0
        while filled < count {
            let got = pread(
                descriptor,
                buffer.baseAddress?.advanced(by: filled),
                count - filled,
                off_t(filled)
            )
            guard got > 0 else { break }
            filled += got
        }
        return try body(UnsafeRawBufferPointer(rebasing: buffer[..<filled]), filled == size)
    }

    /// Copies standard input into a file that has no name.
    private static func spool() -> OpenFile? {
        guard let file = OpenFile.withoutName() else { return nil }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
            guard count > 0 else { return file }
            guard write(file.descriptor, buffer, count) == count else { return nil }
        }
    }

    private static func unreadable(_ path: String, _ why: String) -> Failure {
        .unreadable(
            Unreadable(
                path,
                expected: Phrase(
                    fr: "un fichier lisible (\(why))",
                    en: "a file that can be read (\(why))"
                )
            )
        )
    }
}
