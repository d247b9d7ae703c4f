import Dispatch
import Glibc

/// The requests to end this process, caught from now on.
actor TerminationSignals {
    private nonisolated let stream: AsyncStream<Void>
    /// Watch as long as this value lives.
    private let sources: [any DispatchSourceSignal]

    init() {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        self.stream = stream
        sources = [SIGTERM, SIGINT].map { number in
            // The default action comes before any source, so it is switched off.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { continuation.yield() }
            source.activate()
            return source
        }
    }

    /// Returns at the first request, or when the task is cancelled.
    nonisolated func wait() async {
        for await _ in stream { return }
    }
}
