import Glibc

extension PrivateCluster {
    /// Stops the server, whoever started it, and returns when it is really gone.
    ///
    /// Asks the background supervisor, else the server itself. Open transactions are rolled back.
    /// - Returns: false when nothing was running.
    /// - Throws: `ClusterError.notStopped` when it still lives after a minute.
    @discardableResult
    public func stop() async throws(ClusterError) -> Bool {
        let first = remains()
        if first.isEmpty { return false }
        let deadline = ContinuousClock.now + .seconds(60)
        var asked: Set<Int32> = []
        while ContinuousClock.now < deadline {
            let left = remains()
            if left.isEmpty { return true }
            // A supervisor that starts meanwhile is asked too; each is asked once.
            let status = status()
            if let process = status.supervisorProcess ?? status.serverProcess,
                asked.insert(process).inserted
            {
                try ask(process, status.supervisorProcess == nil ? SIGINT : SIGTERM)
            }
            await pause(.milliseconds(20))
        }
        throw .notStopped(root: location.root, processes: remains())
    }

    private func ask(_ process: Int32, _ signal: Int32) throws(ClusterError) {
        guard kill(process, signal) == 0 || errno == ESRCH else {
            throw .unusable(path: location.root, reason: "it is run by another user")
        }
    }

    /// Every process of the cluster that lives, the supervisor first.
    private func remains() -> [Int32] {
        let servers = location.presentMajors.flatMap {
            LivingServer.find(in: location.dataDirectory(major: $0)).processes
        }
        return (supervisorProcess().map { [$0] } ?? []) + servers
    }
}
