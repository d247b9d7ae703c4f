import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// A postmaster that is a child of this process.
///
/// A direct child, not a daemon: this process collects it when it dies. Where nobody does (a container
/// whose first process is not an init), a dead postmaster would keep its number, and every later start
/// would take it for alive.
final class ServerProcess: Sendable {
    /// How it ended.
    enum Ending: Sendable, Hashable {
        /// It was asked to stop, by whomever, and did.
        case orderly
        /// It could not start or gave up; the status is the system's wording.
        case failed(status: String)
        /// It crashed or was killed.
        case killed(signal: Int32)
    }

    private enum State: Sendable {
        case starting
        case alive(process: Int32)
        case ended(Ending)
    }

    private final class Record: Sendable {
        let state = Mutex(State.starting)
    }

    private let record: Record
    private let task: Task<Ending, Never>

    /// Starts it; whether it is ready is the caller's question.
    ///
    /// - Parameters:
    ///   - command: what to run.
    ///   - output: the descriptor for both outputs, closed here.
    ///   - inheritsEnvironment: as for `Command.configuration`.
    init(_ command: Command, output: Int32, inheritsEnvironment: Bool = false) {
        let record = Record()
        self.record = record
        task = Task {
            let configuration = command.configuration(inheritsEnvironment: inheritsEnvironment)
            let ending = await Self.run(configuration, output: output) { process in
                record.state.withLock { $0 = .alive(process: process) }
            }
            record.state.withLock { $0 = .ended(ending) }
            return ending
        }
    }

    private static func run(
        _ configuration: Configuration,
        output: Int32,
        whenSpawned: @Sendable (Int32) -> Void
    ) async -> Ending {
        do {
            let result = try await Subprocess.run(
                configuration,
                input: .none,
                output: .fileDescriptor(
                    FileDescriptor(rawValue: output),
                    closeAfterSpawningProcess: true
                ),
                error: .combinedWithOutput
            ) { execution in
                whenSpawned(execution.processIdentifier.value)
            }
            switch result.terminationStatus {
            case .exited(0): return .orderly
            case .exited(let code): return .failed(status: "exit code \(code)")
            case .signaled(let signal): return .killed(signal: signal)
            }
        } catch {
            return .failed(status: "\(error)")
        }
    }

    /// How it ended, nil while it lives.
    var ending: Ending? {
        record.state.withLock { if case .ended(let ending) = $0 { ending } else { nil } }
    }

    /// Its number, nil before it has one and after its end.
    var process: Int32? {
        record.state.withLock { if case .alive(let process) = $0 { process } else { nil } }
    }

    /// Waits for its end.
    func waitForEnd() async -> Ending { await task.value }

    /// Stops it: in order, at once after 20 s, by force 5 s later; returns when it is gone.
    func stop() async {
        task.cancel()
        _ = await task.value
    }

    /// Ends one that does not answer: at once, by force after 2 s; returns when it is gone.
    func kill() async {
        if let process { Glibc.kill(process, SIGQUIT) }
        for _ in 0..<100 where ending == nil { await pause(.milliseconds(20)) }
        if let process { Glibc.kill(process, SIGKILL) }
        await stop()
    }
}
