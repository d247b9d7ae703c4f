import Glibc

/// Why the tests have no server or no database.
public enum TestSupportError: Error, Hashable, CustomStringConvertible {
    /// Every kept server is used by another run.
    case everyServerTaken(folder: String, count: Int)
    /// A file of the kept servers cannot be written.
    case notWritable(path: String, code: Int32)

    public var description: String {
        switch self {
        case .everyServerTaken(let folder, let count):
            "All \(count) test servers in \(folder) are in use; end some of the test runs."
        case .notWritable(let path, let code):
            "\(path) cannot be written: \(String(cString: strerror(code)))."
        }
    }
}
