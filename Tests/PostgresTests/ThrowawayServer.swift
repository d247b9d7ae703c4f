import Glibc
import Postgres
import Testing

/// A server of one test's own, which it may stop and start.
final class ThrowawayServer: Sendable {
    let settings: ConnectionSettings
    private let folder: String
    private let shellPrefix: String

    /// Makes a cluster and starts it.
    ///
    /// The server refuses to run as root, so root runs it as the user postgres.
    init() throws {
        var template = Array("\(P_tmpdir)/pgt-server-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template), "the folder for temporary files takes no more")
        folder = String(cString: made)
        settings = ConnectionSettings("host=\(folder) user=postgres dbname=postgres")
        let user = "setpriv --reuid=postgres --regid=postgres --clear-groups"
        shellPrefix = getuid() == 0 ? "chown postgres \(folder); cd \(folder); \(user)" : "env"
        try run("initdb -D \(folder)/data -U postgres -A trust -E UTF8 --no-sync")
        try start()
    }

    deinit {
        _ = try? stop()
        _ = system("rm -rf \(folder)")
    }

    func start() throws {
        let options = "-k \(folder) -c listen_addresses= -c fsync=off"
        try run("pg_ctl -D \(folder)/data -l \(folder)/log -w -o '\(options)' start")
    }

    /// Stops as a crash would.
    func stop() throws {
        try run("pg_ctl -D \(folder)/data -m immediate -w stop")
    }

    private func run(_ command: String) throws {
        let code = system("\(shellPrefix) $(pg_config --bindir)/\(command) > \(folder)/out 2>&1")
        try #require(code == 0, "\(command)")
    }
}
