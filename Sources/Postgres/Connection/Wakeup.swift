import CLibPQ
import Glibc

/// Wakes one thread that sleeps in `poll` or `epoll_wait`.
///
/// Several calls of `signal` before the thread looks are one wake-up.
final class Wakeup: Sendable {
    let descriptor: Int32

    init() {
        descriptor = eventfd(0, Int32(MOULIN_EVENT_FLAGS))
        precondition(descriptor >= 0, "the process has no file descriptor left")
    }

    deinit {
        close(descriptor)
    }

    func signal() {
        eventfd_write(descriptor, 1)
    }

    /// Forgets the signals so far.
    func clear() {
        var count: eventfd_t = 0
        eventfd_read(descriptor, &count)
    }

    /// Sleeps until the next signal, or returns at once if there was one since the last `clear`.
    func wait() {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&entry, 1, -1)
        clear()
    }
}
