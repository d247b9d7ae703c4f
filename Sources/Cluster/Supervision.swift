import Glibc

extension PrivateCluster {
    /// Runs the server until this process is told to end (SIGTERM or SIGINT) or the server is stopped.
    ///
    /// The body of the hidden command that `startInBackground` runs. Returns at once when another process
    /// supervises the server. A server that a passing process has started is watched, and taken over when
    /// that process ends.
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
        let failure = await withTaskGroup(of: ClusterError?.self) { group in
            group.addTask {
                await signals.wait()
                return nil
            }
            group.addTask { await keepServing() }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        if let failure { throw failure }
    }

    /// Serves until the server is stopped or this task is cancelled, which stops the server.
    private func keepServing() async -> ClusterError? {
        do throws(ClusterError) {
            while !Task.isCancelled {
                let running = try await attachOrLaunch()
                guard await ending(of: running) == .lost else { return nil }
            }
            return nil
        } catch {
            return error
        }
    }

    private func ending(of running: RunningCluster) async -> RunningCluster.Ending {
        await withTaskGroup { group in
            group.addTask { await running.waitForEnd() }
            group.addTask {
                while !Task.isCancelled { await pause(.seconds(3600)) }
                return .stopped
            }
            let first = await group.next() ?? .stopped
            group.cancelAll()
            await running.stop()
            return first
        }
    }

    /// Starts the server under a supervisor of its own, which outlives this process and its terminal.
    ///
    /// Returns when the server takes connections, at once when a supervisor's does already. The data
    /// directory is prepared here, so that whatever is wrong with it is said here.
    /// - Parameters:
    ///   - executable: the absolute path of a program that ends up in `supervise()` for this location; it
    ///     receives the environment of this process.
    ///   - arguments: its arguments.
    /// - Throws: `ClusterError.notStarted` with the supervisor's reason, or what `prepare` throws.
    public func startInBackground(
        executable: String,
        arguments: [String]
    ) async throws(ClusterError) {
        if isAnswering, isSupervised { return }
        try await prepare()
        if try await isBroughtBack(), isSupervised { return }
        let log = ServerLog(path: location.serverLog)
        let offset = log.size
        let command = Command(executable, arguments, as: nil, atParentDeath: .nothing)
        try command.verify()
        let supervisor = ServerProcess(
            command,
            output: try log.open(),
            inheritsEnvironment: true
        )
        while !isAnswering || !isSupervised {
            if let ending = supervisor.ending {
                // That of another process may have been quicker.
                if try await isBroughtBack(), isSupervised { return }
                throw .notStarted(
                    reason: ServerLog.reason(in: log.text(from: offset))
                        ?? "its supervisor ended: \(ending).",
                    log: location.serverLog
                )
            }
            await pause(.milliseconds(10))
        }
    }

    /// True when the server takes connections, or does so as soon as its supervisor has brought it back;
    /// false when it does not and nobody supervises it.
    func isBroughtBack() async throws(ClusterError) -> Bool {
        let log = ServerLog(path: location.serverLog)
        let offset = log.size
        // Longer than the longest pause between two attempts.
        var watch = Watch(log: log, patience: Patience(silent: .seconds(30)))
        while true {
            let answer = Ping.ask(location.pingConninfo)
            if answer == .answering { return true }
            guard isSupervised else { return false }
            guard !watch.isOver(after: answer) else {
                throw .notStarted(
                    reason: ServerLog.reason(in: log.text(from: offset))
                        ?? "its supervisor does not bring it back.",
                    log: location.serverLog
                )
            }
            await pause(.milliseconds(20))
        }
    }
}
