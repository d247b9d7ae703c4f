/// Why the private cluster cannot serve; each text says what happened, where, and what to do.
public enum ClusterError: Error, Hashable, Sendable {
    /// No PostgreSQL programs of a usable major version were found.
    case programsMissing(searched: String, oldest: Int)
    /// The data were written by a major version that is not installed.
    case majorNotInstalled(dataDirectory: String, major: Int, installed: [Int])
    /// A folder or file cannot be used; the reason is the operating system's.
    case unusable(path: String, reason: String)
    /// The disk that holds the path has no room left.
    case diskFull(path: String)
    /// The user the server runs as cannot enter a folder on the way to its data.
    case unreachable(path: String, blockedAt: String, user: String)
    /// An account is needed that the system does not know.
    case userUnknown(name: String)
    /// A program that starts the server is missing.
    case programMissing(path: String)
    /// Another process has been preparing or starting the cluster for longer than anyone should.
    case busy(lockFile: String)
    /// The data directory could not be made.
    case notPrepared(reason: String)
    /// The server did not become ready.
    case notStarted(reason: String, log: String)
    /// The server was asked to stop and did not.
    case notStopped(root: String, processes: [Int32])
    /// There is no running server to attach to.
    case notRunning(root: String)
}

extension ClusterError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .programsMissing(let searched, let oldest):
            """
            PostgreSQL \(oldest) or newer was not found in \(searched). \
            Install it with: apt-get install postgresql-15
            """
        case .majorNotInstalled(let directory, let major, let installed):
            """
            The data in \(directory) belong to PostgreSQL \(major), and the installed version is \
            \(installed.map(String.init).joined(separator: ", ")). Install postgresql-\(major), or \
            dump the data with its programs and load the dump into a new folder.
            """
        case .unusable(let path, let reason):
            "\(path) cannot be used: \(reason). Correct this, or set MOULIN_HOME to another folder."
        case .diskFull(let path):
            "The disk that holds \(path) is full. Free some space and start again; no data were lost."
        case .unreachable(let path, let blockedAt, let user):
            """
            PostgreSQL runs as the user \(user), who cannot enter \(blockedAt) and so cannot reach \
            \(path). Set MOULIN_HOME to a folder below /var/lib, or run Moulin as a plain user.
            """
        case .userUnknown(let name):
            """
            The system does not know the user \(name), as whom PostgreSQL should run. \
            The package postgresql-common makes the user postgres.
            """
        case .programMissing(let path):
            "\(path) is missing; it starts PostgreSQL. Install it with: apt-get install util-linux"
        case .busy(let lockFile):
            """
            Another process holds \(lockFile) and has not finished starting the database. \
            Wait for it, or end it; the command `fuser \(lockFile)` names it.
            """
        case .notPrepared(let reason):
            "The database folder could not be made: \(reason)"
        case .notStarted(let reason, let log):
            "The database did not start: \(reason) The log is \(log)."
        case .notStopped(let root, let processes):
            """
            The database in \(root) was asked to stop and still runs (processes \
            \(processes.map(String.init).joined(separator: ", "))). Ask again, or end them.
            """
        case .notRunning(let root):
            "No database runs in \(root). Start it, or set DATABASE_URL to the server to use."
        }
    }
}
