import Glibc

/// Where a private cluster keeps everything it owns: one folder, nothing outside it.
///
/// The only exception is the socket folder, which moves to `/tmp` when the root's path is too long
/// for a Unix socket (`socketFolder`).
public struct ClusterLocation: Sendable, Hashable {
    /// The absolute path of the folder, without a slash at its end.
    public let root: String

    /// - Parameter root: an absolute path; it need not exist yet.
    public init(root: String) {
        precondition(root.hasPrefix("/"), "the root of a cluster is an absolute path")
        var trimmed = root[...]
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.root = String(trimmed)
    }

    /// The usual place: `MOULIN_HOME`, else `/var/lib/moulin` for root, else
    /// `$XDG_DATA_HOME/moulin`, else `~/.local/share/moulin`.
    ///
    /// Root's own home is no default, because PostgreSQL runs as another user who cannot enter it.
    /// `variable` reads an environment variable, where nil and the empty text mean unset.
    public static func standard(
        variable: (String) -> String? = environmentVariable,
        userID: UInt32 = effectiveUserID()
    ) -> ClusterLocation {
        func path(_ name: String) -> String? {
            variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        if let home = variable("MOULIN_HOME"), !home.isEmpty {
            return ClusterLocation(root: home.hasPrefix("/") ? home : absolute(home))
        }
        if userID == 0 { return ClusterLocation(root: "/var/lib/moulin") }
        if let data = path("XDG_DATA_HOME") { return ClusterLocation(root: data + "/moulin") }
        let home = path("HOME") ?? OperatingSystemUser(userID: userID)?.home ?? "/"
        return ClusterLocation(root: home + "/.local/share/moulin")
    }

    /// The value of an environment variable, nil when it is not set.
    public static func environmentVariable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The number of the user this process acts as; 0 is root.
    public static func effectiveUserID() -> UInt32 { geteuid() }

    private static func absolute(_ path: String) -> String {
        guard let current = getcwd(nil, 0) else { return "/" + path }
        defer { free(current) }
        return String(cString: current) + "/" + path
    }
}

extension ClusterLocation {
    /// The data directory of a major version: `pg15`.
    ///
    /// The major is in the name, so that an upgrade leaves the old data beside the new.
    public func dataDirectory(major: Int) -> String { "\(root)/pg\(major)" }

    /// Where `initdb` works before its result is renamed to the data directory.
    func unfinishedDataDirectory(major: Int) -> String { "\(root)/pg\(major).init" }

    /// The configuration files, written anew at each start; `local.conf` is the operator's.
    public var configurationFolder: String { "\(root)/conf" }

    /// The folder of process files, readable by the owner.
    var runFolder: String { "\(root)/run" }

    /// The file whose lock the background supervisor holds as long as it lives.
    var supervisorFile: String { "\(runFolder)/supervisor.pid" }

    /// What PostgreSQL writes to its standard error, the first place to look when it does not start.
    public var serverLog: String { "\(root)/server.log" }

    /// The file whose lock is held while one process prepares or starts the cluster.
    var lockFile: String { "\(root)/moulin.lock" }

    /// The folder for keys that must lie outside the database; only its owner may enter.
    public var secretsFolder: String { "\(root)/secrets" }

    /// The folder of the server's Unix socket.
    ///
    /// A socket's path holds at most 107 bytes. A longer one moves to `/tmp`, named after the user and
    /// the root, so that every process finds the same.
    public var socketFolder: String {
        let preferred = "\(runFolder)/socket"
        let longest = preferred.utf8.count + "/.s.PGSQL.5432.lock".utf8.count
        if longest <= 100 { return preferred }
        return "/tmp/moulin-\(geteuid())-\(Self.fingerprint(of: root))"
    }

    /// Twelve hexadecimal digits of FNV-1a: a name, not a proof; the folder's owner is checked.
    private static func fingerprint(of text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        return String(padded.suffix(12))
    }
}
