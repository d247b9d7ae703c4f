import Domain
import Glibc

/// A file without a name that holds what was unpacked or converted, until it is read.
struct Spool: ~Copyable {
    private let name: String
    private let descriptor: Int32

    init(name: String) throws(Failure) {
        guard let descriptor = Self.descriptor() else { throw Self.full(name) }
        self.name = name
        self.descriptor = descriptor
    }

    /// A new file, unlinked at once; nil when the system gives none.
    static func descriptor() -> Int32? {
        var name = Array("/tmp/moulin-input-XXXXXX".utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { return nil }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        unlink(name)
        return file
    }

    func write(_ bytes: [UInt8]) throws(Failure) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(Failure) in
            try write(UnsafeRawBufferPointer(bytes))
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor,
                UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                rest.count
            )
            guard count > 0 else { throw Self.full(name) }
            rest = rest.dropFirst(count)
        }
    }

    /// What was written, to be read from its beginning.
    consuming func source() throws(Failure) -> ByteSource {
        try ByteSource(descriptor: descriptor, name: name)
    }

    private static func full(_ name: String) -> Failure {
        let why = String(cString: strerror(errno))
        return .unreadable(
            Unreadable(
                name,
                expected: Phrase(
                    fr: "de la place pour le déplier dans /tmp (\(why))",
                    en: "room to unpack it in /tmp (\(why))"
                )
            )
        )
    }
}
