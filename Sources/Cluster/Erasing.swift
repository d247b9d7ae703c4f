extension PrivateCluster {
    /// Stops the server and removes the whole location, for tests that want a fresh one.
    ///
    /// Refuses a cluster that promises durability: its data are someone's.
    /// - Throws: `ClusterError.unusable` when something stays.
    package func erase() async throws(ClusterError) {
        precondition(durability == .none, "only a cluster without durability may be erased")
        try await stop()
        let paths = [location.root, location.socketFolder]
        let remove = Command("/bin/rm", ["-rf"] + paths, as: nil, atParentDeath: .kill)
        let answer = try await remove.run()
        guard answer.succeeded else {
            throw .unusable(path: location.root, reason: answer.words)
        }
    }
}
