import Cluster
import FoundationEssentials
import Glibc
import Postgres
import Schema
import Store

extension Installation {
    /// What an operator asks first, as a JSON object.
    public func databaseFacts() async -> [UInt8] {
        guard isPrivate else {
            let isAnswering = (try? await isCurrent()) != nil
            return CommandJSON.encode([
                "server": "DATABASE_URL", "state": isAnswering ? "running" : "no answer",
            ])
        }
        let status = cluster.status()
        var facts = [
            "server": "private", "state": status.state.rawValue, "folder": cluster.location.root,
            "socket": cluster.location.socketFolder, "log": cluster.location.serverLog,
        ]
        facts["postgresql"] = status.major.map(String.init)
        facts["process"] = status.serverProcess.map(String.init)
        facts["supervisor"] = status.supervisorProcess.map(String.init)
        return CommandJSON.encode(facts)
    }

    /// Starts the private server under a supervisor that outlives this process; nothing when it runs.
    public func startInBackground(
        program: String,
        arguments: [String]
    ) async throws(InstallationFailure) {
        guard isPrivate else { return }
        do {
            try await cluster.startInBackground(executable: program, arguments: arguments)
        } catch {
            throw .cluster(error)
        }
        guard try await !isCurrent() else { return }
        _ = try await migrate()
    }

    /// Stops the private server; false when it was not running.
    public func stopServer() async throws(InstallationFailure) -> Bool {
        guard isPrivate else { return false }
        do { return try await cluster.stop() } catch { throw .cluster(error) }
    }

    /// Looks after the server until it is told to stop.
    public func supervise() async throws(InstallationFailure) {
        do { try await cluster.supervise() } catch { throw .cluster(error) }
    }

    /// Starts the server for as long as it takes, and migrates; answers which migrations ran.
    public func migrateOnce() async throws(InstallationFailure) -> [String] {
        try await serving { () throws(InstallationFailure) in try await migrate().applied }
    }

    /// What the schema's own checks find: a line for each row that must not exist.
    public func faults() async throws(InstallationFailure) -> [String] {
        try await serving { () throws(InstallationFailure) in
            var faults: [String] = []
            let texts = try lints()
            do {
                let db = try await Connection.open(connection(as: .owner))
                for text in texts {
                    let rows = try await db.script(text.text)
                    for row in rows {
                        let fault = (try? row.decode(at: 0, as: String.self)) ?? "a row"
                        faults.append("\(text.name): \(fault)")
                    }
                }
                await db.close()
            } catch let error as PostgresError {
                throw .database(error)
            } catch {
                preconditionFailure("checking throws the database's errors only")
            }
            return faults
        }
    }

    private func lints() throws(InstallationFailure) -> [Schema.Text] {
        do throws(SchemaMissing) { return try schema.lints } catch { throw .schema(error) }
    }

    /// Runs a program of PostgreSQL on the database, with this process's terminal.
    public func runTool(
        _ tool: String,
        login name: String,
        _ words: [String]
    ) async throws(InstallationFailure) {
        let login = Login.allCases.first { "\($0)" == name } ?? .owner
        let server: [String: String]
        do { server = try connection(as: login).environment() } catch { throw .database(error) }
        // Whoever reads the list of processes sees the words of a command, and never its environment.
        let words = [tool, "--dbname=\(server["PGDATABASE"] ?? "postgres")"] + words
        let environment = settings.environment.merging(server) { $1 }
        try await serving { () throws(InstallationFailure) in
            let status = Self.spawn(words, environment)
            guard status == 0 else { throw .toolFailed(tool, status: status) }
        }
    }

    /// The exit status of a program found on the path, run to its end.
    private static func spawn(_ words: [String], _ environment: [String: String]) -> Int32 {
        // What a tool writes may hold incomes: for its owner only.
        umask(0o077)
        var process: pid_t = 0
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        guard posix_spawnp(&process, words[0], nil, nil, arguments, variables) == 0 else {
            return 127
        }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }

    /// Runs `body` while the server answers, and leaves it as it was found.
    private func serving<R>(
        _ body: () async throws(InstallationFailure) -> R
    ) async throws(InstallationFailure) -> R {
        let server = try await startServer()
        do throws(InstallationFailure) {
            let answer = try await body()
            if let server, server.isOwner { await server.stop() }
            return answer
        } catch {
            if let server, server.isOwner { await server.stop() }
            throw error
        }
    }
}
