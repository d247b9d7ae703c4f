import Glibc

extension ServerLauncher {
    /// Leaves a failed attempt in the server's log, where a later error message looks for the reason.
    func note(_ error: ClusterError) {
        ServerLog(path: location.serverLog).note(error)
    }
}

extension ServerLog {
    /// Appends one line of Moulin's own.
    func note(_ error: ClusterError) {
        guard let descriptor = try? open() else { return }
        defer { close(descriptor) }
        let reason = if case .notStarted(let reason, _) = error { reason } else { "\(error)" }
        let line = "\(Self.ownMark)\(reason)\n"
        _ = write(descriptor, line, line.utf8.count)
    }
}
