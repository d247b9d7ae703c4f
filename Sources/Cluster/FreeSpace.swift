import Glibc

/// The room left on a disk.
enum FreeSpace {
    /// True when less than 1 MB is left for others than root at a path.
    static func isExhausted(at path: String) -> Bool {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return false }
        return status.f_bavail * status.f_frsize < 1 << 20
    }
}
