import Glibc

/// Makes the data directory with its database and logins, all or nothing.
///
/// The work happens in a folder of another name, flushed once and renamed at the end: a killed start leaves
/// nothing that looks like a database. The caller holds the cluster's lock.
struct DataDirectory: Sendable {
    let location: ClusterLocation
    let programs: ServerPrograms
    let user: OperatingSystemUser
    let durability: Durability

    private var finished: String { location.dataDirectory(major: programs.major) }
    private var unfinished: String { location.unfinishedDataDirectory(major: programs.major) }

    /// Makes it unless it is there.
    func prepare() async throws(ClusterError) {
        if Folder.exists("\(finished)/PG_VERSION") { return try verify() }
        guard !Folder.exists(finished) else {
            throw .unusable(path: finished, reason: "the folder exists and holds no database")
        }
        try await removeUnfinished()
        try Folder.make(unfinished, mode: 0o700, owner: user)
        try await run(programs.initdb, initdbArguments)
        try await run(programs.postgres, bootstrap(of: "postgres"), input: Self.logins)
        try await run(
            programs.postgres,
            bootstrap(of: PrivateCluster.databaseName),
            input: Self.ownership
        )
        if durability == .full { try await flush() }
        try Folder.rename(unfinished, to: finished)
    }

    private func verify() throws(ClusterError) {
        let version = TextFile.read("\(finished)/PG_VERSION")?.prefix { $0.isNumber }
        guard let version else {
            throw .unusable(path: finished, reason: "its file PG_VERSION cannot be read")
        }
        guard version == "\(programs.major)" else {
            throw .unusable(path: finished, reason: "it holds the data of PostgreSQL \(version)")
        }
    }

    /// What a killed `initdb` left; its own children may still be writing, so a second try is worth it.
    private func removeUnfinished() async throws(ClusterError) {
        for _ in 0..<5 where Folder.exists(unfinished) {
            let remove = Command("/bin/rm", ["-rf", unfinished], as: nil, atParentDeath: .kill)
            if try await remove.run().succeeded { return }
            await pause(.milliseconds(200))
        }
        guard !Folder.exists(unfinished) else {
            throw .unusable(path: unfinished, reason: "the rest of an earlier start stays")
        }
    }

    private func run(
        _ program: String,
        _ arguments: [String],
        input: String = ""
    ) async throws(ClusterError) {
        let command = Command(program, arguments, as: user, atParentDeath: .kill)
        let answer = try await command.run(input: input)
        if answer.succeeded { return }
        if answer.words.contains("No space left on device") { throw .diskFull(path: location.root) }
        throw .notPrepared(reason: ServerLog.reason(in: answer.words) ?? "\(program) failed.")
    }

    /// Makes the whole file system durable at once, which is quicker than a thousand files by name.
    private func flush() async throws(ClusterError) {
        let arguments = ["--file-system", unfinished]
        let sync = Command("/bin/sync", arguments, as: nil, atParentDeath: .kill)
        let answer = try await sync.run()
        guard answer.succeeded else { throw .unusable(path: unfinished, reason: answer.words) }
    }

    /// C.UTF-8 keeps its order when the system's C library changes, so no index breaks; the checksums
    /// find a disk that lies.
    private var initdbArguments: [String] {
        [
            "--pgdata", unfinished, "--username", Login.superuser.role, "--encoding", "UTF8",
            "--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "und",
            "--data-checksums", "--auth-local", "peer", "--auth-host", "reject",
            "--no-instructions", "--no-sync",
        ]
    }

    /// Without `exit_on_error` the single-user server reports an error and succeeds.
    private func bootstrap(of database: String) -> [String] {
        ["--single", "-D", unfinished, "-c", "exit_on_error=on", "-c", "fsync=off", database]
    }

    /// One statement a line, as the single-user server reads them.
    private static var logins: String {
        let database = PrivateCluster.databaseName
        let logins = Login.created.map { "CREATE ROLE \($0.role) \(Login.attributes)" }
        let statements =
            logins + [
                "CREATE DATABASE \(database) OWNER \(Login.owner.role)",
                "REVOKE ALL ON DATABASE \(database) FROM PUBLIC",
                "GRANT CONNECT ON DATABASE \(database) TO \(Login.serving.map(\.role).joined(separator: ", "))",
            ]
        return statements.map { $0 + "\n" }.joined()
    }

    /// The owner inherits nothing, so not even what the database's owner may do in `public`.
    private static var ownership: String {
        "ALTER SCHEMA public OWNER TO \(Login.owner.role)\n"
    }
}
