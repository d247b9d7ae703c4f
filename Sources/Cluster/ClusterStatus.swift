/// What is known about the cluster without changing anything.
public struct ClusterStatus: Sendable, Hashable {
    public enum State: String, Sendable {
        /// No data directory.
        case absent
        /// Data, and no server.
        case stopped
        /// A server that takes no connections: starting, recovering or shutting down.
        case busy
        /// A server that takes connections.
        case running
    }

    public let state: State
    /// The major version of the data, nil while there are none.
    public let major: Int?
    /// The number of the server's first process, nil when none lives.
    public let serverProcess: Int32?
    /// The number of the background supervisor, nil when there is none.
    public let supervisorProcess: Int32?
}

extension PrivateCluster {
    /// Looks; creates and changes nothing.
    public func status() -> ClusterStatus {
        let major = location.presentMajors.first
        let living = major.map { LivingServer.find(in: location.dataDirectory(major: $0)) }
        return ClusterStatus(
            state: state(hasData: major != nil, isAlive: living?.processes.isEmpty == false),
            major: major,
            serverProcess: living?.postmaster,
            supervisorProcess: supervisorProcess()
        )
    }

    private func state(hasData: Bool, isAlive: Bool) -> ClusterStatus.State {
        switch Ping.ask(location.pingConninfo) {
        case .answering: .running
        case .refusing: .busy
        case .silent: isAlive ? .busy : hasData ? .stopped : .absent
        }
    }

    /// Whether a background supervisor lives, be it one that has not yet started the server.
    var isSupervised: Bool { FileLock.isHeld(location.supervisorFile) }

    /// The holder of the supervisor's lock; a number left in the file by a dead one does not count.
    func supervisorProcess() -> Int32? {
        guard isSupervised else { return nil }
        return TextFile.read(location.supervisorFile).flatMap { Int32($0.prefix { $0.isNumber }) }
    }
}
