import Glibc

/// An exclusive lock on a file, held until the value ends; it ends with the process too, however that
/// dies.
///
/// The descriptor closes on exec, so that no server started meanwhile inherits the lock.
public struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock at once.
    ///
    /// - Returns: nil when another process holds it.
    /// - Throws: `ClusterError.unusable` or `.diskFull` when the file cannot be opened.
    public static func take(_ path: String) throws(ClusterError) -> FileLock? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .file(path, errno) }
        var whole = wholeFile()
        guard fcntl(descriptor, openFileLock, &whole) == 0 else {
            close(descriptor)
            return nil
        }
        return FileLock(descriptor: descriptor)
    }

    /// Whether a process holds the lock; asks without taking it, which could be in another's way.
    static func isHeld(_ path: String) -> Bool {
        let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var whole = wholeFile()
        return fcntl(descriptor, openFileQuestion, &whole) == 0 && whole.l_type != Int16(F_UNLCK)
    }

    /// Locks of an open file, not of a process: F_OFD_SETLK and F_OFD_GETLK of fcntl(2), which the
    /// headers hide behind a macro.
    private static let openFileLock: Int32 = 37
    private static let openFileQuestion: Int32 = 36

    private static func wholeFile() -> Glibc.flock {
        var lock = Glibc.flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        return lock
    }

    /// Waits for the lock.
    ///
    /// Polls instead of blocking, because a blocked thread is one of the few that run all tasks.
    /// - Throws: `ClusterError.busy` after `patience`.
    static func wait(
        for path: String,
        patience: Duration
    ) async throws(ClusterError) -> FileLock {
        let deadline = ContinuousClock.now + patience
        while ContinuousClock.now < deadline {
            if let lock = try take(path) { return lock }
            await pause(.milliseconds(20))
        }
        throw .busy(lockFile: path)
    }

    /// Replaces the content of the locked file, for instance with the holder's process number.
    borrowing func write(_ text: String) throws(ClusterError) {
        guard ftruncate(descriptor, 0) == 0,
            pwrite(descriptor, text, text.utf8.count, 0) == text.utf8.count
        else { throw .file("the lock file", errno) }
    }

    deinit { close(descriptor) }
}

/// Sleeps; a cancelled task goes on at once and is expected to look at its deadline.
func pause(_ duration: Duration) async {
    try? await Task.sleep(for: duration)
}
