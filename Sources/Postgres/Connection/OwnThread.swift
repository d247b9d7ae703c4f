import Glibc

/// Starts a thread for blocking work, which Swift's own threads must not be used for.
enum OwnThread {
    private final class Work {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// Runs `body` on a new thread, which ends with it.
    ///
    /// Signals of the process are not delivered to it.
    static func start(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        var blocked = sigset_t()
        var previous = sigset_t()
        sigfillset(&blocked)
        // A thread inherits the mask of the one that starts it.
        pthread_sigmask(SIG_BLOCK, &blocked, &previous)
        let code = pthread_create(
            &thread,
            nil,
            { argument in
                if let argument {
                    Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                }
                return nil
            },
            work.toOpaque()
        )
        pthread_sigmask(SIG_SETMASK, &previous, nil)
        precondition(code == 0, "the process cannot start another thread")
        pthread_detach(thread)
    }
}
