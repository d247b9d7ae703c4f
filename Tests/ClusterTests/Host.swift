import Glibc
import Testing

@testable import Cluster

/// Another process that starts a cluster as its own child.
struct Host: Sendable {
    private let process: ServerProcess

    /// Returns when the cluster takes connections.
    static func start(_ playground: Playground) async throws -> Host {
        let root = playground.location.root
        let command = Command(
            Playground.host,
            [root, "start"],
            as: nil,
            atParentDeath: .kill
        )
        let output = open("/dev/null", O_WRONLY | O_CLOEXEC)
        let host = Host(process: ServerProcess(command, output: output))
        try #require(try await eventually { playground.cluster.isAnswering })
        return host
    }

    func kill() {
        if let number = process.process { Glibc.kill(number, SIGKILL) }
    }

    /// Stops it in its tracks, so that it cannot restart a crashed server.
    func suspend() {
        if let number = process.process { Glibc.kill(number, SIGSTOP) }
    }
}
