import Application
import Domain
import Glibc
import Synchronization

/// The file of rejects.
///
/// It is opened before anything is imported: rows that are left out and cannot be written down would be lost. One that was not
/// there before and stays empty is taken away again.
final class RejectsFile: Sendable {
    private let path: String
    private let descriptor: Int32
    private let isNew: Bool
    private let hasRows = Mutex(false)

    /// - Throws: `.unreadable` for a path where nothing can be written.
    init(_ path: String) throws(Failure) {
        let made = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        isNew = made >= 0
        descriptor = isNew ? made : open(path, O_WRONLY | O_CLOEXEC)
        self.path = path
        guard descriptor >= 0 else { throw Self.unwritable(path) }
    }

    /// Nil when nobody asked for one.
    static func opened(_ path: String?) throws(Failure) -> RejectsFile? {
        guard let path else { return nil }
        return try RejectsFile(path)
    }

    /// Writes rows; the first of them replace what the file said before.
    func append(_ bytes: [UInt8]) {
        hasRows.withLock { hasRows in
            // A pipe or a terminal has no length.
            if !hasRows { ftruncate(descriptor, 0) }
            hasRows = true
            Terminal.write(bytes, to: descriptor)
        }
    }

    deinit {
        guard descriptor >= 0 else { return }
        if isNew, !hasRows.withLock(\.self) { unlink(path) }
        close(descriptor)
    }

    private static func unwritable(_ path: String) -> Failure {
        let why = String(cString: strerror(errno))
        return .unreadable(
            Unreadable(
                path,
                expected: Phrase(
                    fr: "un fichier où écrire les lignes laissées (\(why))",
                    en: "a file to write the rows to that are not taken (\(why))"
                )
            )
        )
    }
}
