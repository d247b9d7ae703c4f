import Glibc
import Synchronization

/// Runs the jobs of one actor on one thread of its own, in order.
///
/// Drawing and hashing keep a processor busy for tens of milliseconds: on the shared threads they would hold up everything
/// else. Drawing on several would be no faster, because its library locks globally.
final class WorkerThread: SerialExecutor {
    private struct Queue {
        var jobs: [UnownedJob] = []
        var isStopped = false
    }

    private let queue = Mutex(Queue())
    /// A byte is written for each job; the thread sleeps on reading.
    private let read: Int32
    private let write: Int32

    init() {
        var ends: [Int32] = [0, 0]
        precondition(pipe(&ends) == 0, "the process has no file descriptor left")
        (read, write) = (ends[0], ends[1])
        var thread = pthread_t()
        // The thread holds the executor, so it outlives the last job.
        let code = pthread_create(
            &thread,
            nil,
            { argument in
                if let argument {
                    Unmanaged<WorkerThread>.fromOpaque(argument).takeRetainedValue().run()
                }
                return nil
            },
            Unmanaged.passRetained(self).toOpaque()
        )
        precondition(code == 0, "the process cannot start another thread")
        pthread_detach(thread)
    }

    deinit {
        close(read)
        close(write)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.withLock { $0.jobs.append(job) }
        wake()
    }

    /// Lets the thread end once the queue is empty.
    func stop() {
        queue.withLock { $0.isStopped = true }
        wake()
    }

    private func wake() {
        var byte: UInt8 = 1
        while Glibc.write(write, &byte, 1) < 0, errno == EINTR {}
    }

    private func run() {
        var byte: UInt8 = 0
        while true {
            let (jobs, isStopped) = queue.withLock { queue in
                defer { queue.jobs = [] }
                return (queue.jobs, queue.isStopped)
            }
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
            if jobs.isEmpty, isStopped { return }
            if jobs.isEmpty { _ = Glibc.read(read, &byte, 1) }
        }
    }
}
