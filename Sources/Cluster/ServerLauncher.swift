import Glibc

/// Brings the server up, and gives up only for a reason it can name.
///
/// The caller holds the cluster's lock.
struct ServerLauncher: Sendable {
    let location: ClusterLocation
    let programs: ServerPrograms
    let user: OperatingSystemUser
    let durability: Durability
    var patience = Patience()

    private var dataDirectory: String { location.dataDirectory(major: programs.major) }
    private var log: ServerLog { ServerLog(path: location.serverLog) }

    /// Waits until an earlier server answers or nothing of it is left.
    ///
    /// - Returns: true when it answers; false when the way is free, with stale lock files removed.
    func settle() async throws(ClusterError) -> Bool {
        var watch = Watch(log: log, patience: patience)
        while true {
            let answer = Ping.ask(location.pingConninfo)
            if answer == .answering { return true }
            let living = LivingServer.find(in: dataDirectory)
            if answer == .silent, living.processes.isEmpty {
                removeStaleLocks()
                return false
            }
            guard !watch.isOver(after: answer) else {
                let numbers = living.processes.map(String.init).joined(separator: ", ")
                let reason = "an earlier server (processes \(numbers)) neither answers nor ends."
                throw .notStarted(reason: reason, log: location.serverLog)
            }
            await pause(.milliseconds(20))
        }
    }

    /// Starts a server and waits until it takes connections.
    ///
    /// One that stays silent or is killed meanwhile is started once more. One that meets the last breath of an
    /// earlier server is started again for as long as that may take.
    func launch() async throws(ClusterError) -> ServerProcess {
        let retriesEnd = ContinuousClock.now + patience.silent
        var wasTriedAgain = false
        while true {
            let offset = log.size
            let process = try start()
            let outcome = await waitUntilReady(process)
            let words = log.text(from: offset)
            switch outcome {
            case .ready:
                return process
            case .silent:
                await process.kill()
                guard !wasTriedAgain else {
                    throw failure(words, otherwise: "it does not answer, and was stopped.")
                }
                wasTriedAgain = true
            case .ended(.killed(let signal)):
                guard !wasTriedAgain else {
                    throw failure(words, otherwise: "it was ended by signal \(signal).")
                }
                wasTriedAgain = true
            case .ended(let ending):
                guard isPassing(words), ContinuousClock.now < retriesEnd else {
                    throw failure(words, otherwise: "it ended at once: \(ending).")
                }
            }
            await pause(.milliseconds(100))
            _ = try await settle()
        }
    }

    private enum Outcome {
        case ready
        case silent
        case ended(ServerProcess.Ending)
    }

    private func waitUntilReady(_ process: ServerProcess) async -> Outcome {
        var watch = Watch(log: log, patience: patience)
        while true {
            if let ending = process.ending { return .ended(ending) }
            let answer = Ping.ask(location.pingConninfo)
            if answer == .answering { return .ready }
            if watch.isOver(after: answer) { return .silent }
            await pause(.milliseconds(10))
        }
    }

    private func start() throws(ClusterError) -> ServerProcess {
        let folder = location.configurationFolder
        let arguments =
            [
                "-D", dataDirectory, "-c", "config_file=\(folder)/postgresql.conf",
                "-c", "hba_file=\(folder)/pg_hba.conf",
                "-c", "ident_file=\(folder)/pg_ident.conf",
            ] + durability.serverArguments
        let command = Command(programs.postgres, arguments, as: user, atParentDeath: .interrupt)
        try command.verify()
        return ServerProcess(command, output: try log.open())
    }

    /// True when the server only met the remains of an earlier one, which vanish by themselves.
    private func isPassing(_ words: String) -> Bool {
        ["pre-existing shared memory block", "lock file \""].contains { words.contains($0) }
    }

    private func failure(_ words: String, otherwise status: String) -> ClusterError {
        if words.contains("No space left on device") || FreeSpace.isExhausted(at: location.root) {
            return .diskFull(path: location.root)
        }
        return .notStarted(
            reason: ServerLog.reason(in: words) ?? status,
            log: location.serverLog
        )
    }

    /// Removes the lock files of a server of which no process is left.
    ///
    /// PostgreSQL removes them itself unless their number belongs to another process now, which in a
    /// container, where numbers begin at 1 each time, is the rule rather than the exception.
    private func removeStaleLocks() {
        unlink("\(dataDirectory)/postmaster.pid")
        unlink("\(location.socketFolder)/.s.PGSQL.\(PrivateCluster.port)")
        unlink("\(location.socketFolder)/.s.PGSQL.\(PrivateCluster.port).lock")
    }
}
