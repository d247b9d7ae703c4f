/// A cluster that takes connections.
///
/// Whoever started the server keeps it up: when it crashes, it is started again, first after 0.2 s, and
/// after ever longer pauses up to 10 s. It stops with the process, even with one that is killed. Whoever
/// only attached never stops it.
public actor RunningCluster {
    /// How it came to an end for this process.
    public enum Ending: Sendable, Hashable {
        /// The server was stopped, here or by someone else.
        case stopped
        /// The server crashed or was never this process's own, and another process may serve now.
        case lost
    }

    /// True when this process started the server.
    public nonisolated let isOwner: Bool

    private let cluster: PrivateCluster
    private let launcher: ServerLauncher?
    private var process: ServerProcess?
    private var keeper: Task<Ending, Never>?
    private var isStopping = false

    init(attachedTo cluster: PrivateCluster) {
        isOwner = false
        self.cluster = cluster
        launcher = nil
    }

    init(_ cluster: PrivateCluster, launcher: ServerLauncher, process: ServerProcess) {
        isOwner = true
        self.cluster = cluster
        self.launcher = launcher
        self.process = process
    }

    /// Begins to restart the server after a crash.
    func keepUp() {
        guard let launcher, let process, keeper == nil else { return }
        keeper = Task { await self.keep(process, launcher) }
    }

    /// Stops the server if this process started it, and returns when it is gone.
    ///
    /// Open transactions are rolled back; what was committed is safe.
    public func stop() async {
        isStopping = true
        keeper?.cancel()
        await process?.stop()
        _ = await keeper?.value
        process = nil
    }

    /// Waits until the server is stopped, here or by someone else, or is no longer this process's.
    ///
    /// A crash is no end: the server is started again. A server to which this process only attached has
    /// ended when it no longer answers.
    @discardableResult
    public func waitForEnd() async -> Ending {
        if let keeper { return await keeper.value }
        while !isOwner, !Task.isCancelled, cluster.isAnswering { await pause(.milliseconds(250)) }
        return isOwner ? .stopped : .lost
    }

    private func keep(_ first: ServerProcess, _ launcher: ServerLauncher) async -> Ending {
        var backOff = BackOff()
        var current = first
        while true {
            let start = ContinuousClock.now
            let ending = await current.waitForEnd()
            guard !isStopping, ending != .orderly else { return .stopped }
            guard let next = await relaunch(launcher, &backOff, since: start) else {
                return isStopping ? .stopped : .lost
            }
            process = next
            guard !isStopping else {
                await next.stop()
                return .stopped
            }
            current = next
        }
    }

    /// Tries for as long as it takes; nil when the cluster is to stop or someone else has started it.
    private func relaunch(
        _ launcher: ServerLauncher,
        _ backOff: inout BackOff,
        since start: ContinuousClock.Instant
    ) async -> ServerProcess? {
        var uptime = ContinuousClock.now - start
        while !isStopping {
            await pause(backOff.pause(afterUptime: uptime))
            guard !isStopping else { return nil }
            do {
                return try await cluster.launchUnlessAnswering(launcher)
            } catch {
                launcher.note(error)
            }
            uptime = .zero
        }
        return nil
    }
}
