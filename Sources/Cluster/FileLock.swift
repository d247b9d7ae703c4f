import Glibc

/// An exclusive lock on a file, held until the value ends; it ends with the process too, however that
/// dies.
///
/// The descriptor closes on exec, so that no server started meanwhile inherits the lock.
struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock at once.
    ///
    /// - Returns: nil when another process holds it.
    /// - Throws: `ClusterError.unusable` or `.diskFull` when the file cannot be opened.
    static func take(_ path: String) throws(ClusterError) -> FileLock? {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .file(path, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
        return FileLock(descriptor: descriptor)
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
