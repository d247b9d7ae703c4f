import Glibc

extension PrivateCluster {
    /// Runs the server until this process is told to end (SIGTERM or SIGINT) or the server is stopped.
    ///
    /// The body of the hidden command that `startInBackground` runs. Returns at once when another process
    /// supervises the server or has started it.
    public func supervise() async throws(ClusterError) {
        let signals = TerminationSignals()
        do {
            try Site(location: location, durability: durability).layOut()
            guard let claim = try FileLock.take(location.supervisorFile) else { return }
            try claim.write("\(getpid())\n")
            try await serve(until: signals)
            _ = consume claim
        } catch {
            ServerLog(path: location.serverLog).note(error)
            throw error
        }
    }

    private func serve(until signals: TerminationSignals) async throws(ClusterError) {
        let running = try await start()
        guard running.isOwner else { return }
        await withTaskGroup { group in
            group.addTask { await signals.wait() }
            group.addTask { await running.waitForEnd() }
            await group.next()
            await running.stop()
            group.cancelAll()
        }
    }

    /// Starts the server under a supervisor of its own, which outlives this process and its terminal.
    ///
    /// Returns when the server takes connections, at once when it does already. The data directory is
    /// prepared here, so that whatever is wrong with it is said here.
    /// - Parameters:
    ///   - executable: the absolute path of a program that ends up in `supervise()` for this location; it
    ///     receives the environment of this process.
    ///   - arguments: its arguments.
    /// - Throws: `ClusterError.notStarted` with the supervisor's reason, or what `prepare` throws.
    public func startInBackground(
        executable: String,
        arguments: [String]
    ) async throws(ClusterError) {
        if isAnswering { return }
        try await prepare()
        let log = ServerLog(path: location.serverLog)
        let offset = log.size
        let command = Command(executable, arguments, as: nil, atParentDeath: .nothing)
        try command.verify()
        let supervisor = ServerProcess(
            command,
            output: try log.open(),
            inheritsEnvironment: true
        )
        while !isAnswering {
            if let ending = supervisor.ending, !isAnswering {
                // The one of another process may be about to succeed: the lock tells when it is done.
                _ = try await Site(location: location, durability: durability).lock()
                if isAnswering { return }
                throw .notStarted(
                    reason: ServerLog.reason(in: log.text(from: offset))
                        ?? "its supervisor ended: \(ending).",
                    log: location.serverLog
                )
            }
            await pause(.milliseconds(10))
        }
    }
}
