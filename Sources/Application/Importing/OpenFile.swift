import Glibc

/// An open file of the system, which is closed when the value ends.
struct OpenFile: ~Copyable {
    let descriptor: Int32

    /// Takes over what the system opened; nil for the -1 with which it says that it did not.
    init?(_ descriptor: Int32) {
        guard descriptor >= 0 else { return nil }
        self.descriptor = descriptor
    }

    /// A new file without a name, so that its place is free again when it is closed; nil when the system gives none.
    static func withoutName() -> OpenFile? {
        var name = Array("/tmp/moulin-input-XXXXXX".utf8CString)
        guard let file = OpenFile(mkstemp(&name)) else { return nil }
        _ = fcntl(file.descriptor, F_SETFD, FD_CLOEXEC)
        unlink(name)
        return file
    }

    deinit { close(descriptor) }
}
