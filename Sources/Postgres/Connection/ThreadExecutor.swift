import Synchronization

/// Runs the jobs of one actor on one thread of its own, in order.
///
/// The thread holds the executor, so it outlives the last job; `stop` lets the thread end once the queue is empty.
final class ThreadExecutor: SerialExecutor {
    private struct Queue {
        var jobs: [UnownedJob] = []
        var isAsleep = false
        var isStopped = false
    }

    private let queue = Mutex(Queue())
    private let wakeup = Wakeup()

    init() {
        OwnThread.start { [self] in run() }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let mustWake = queue.withLock { queue in
            queue.jobs.append(job)
            defer { queue.isAsleep = false }
            return queue.isAsleep
        }
        if mustWake {
            wakeup.signal()
        }
    }

    func stop() {
        queue.withLock { $0.isStopped = true }
        wakeup.signal()
    }

    private func run() {
        while let jobs = nextJobs() {
            for job in jobs {
                job.runSynchronously(on: asUnownedSerialExecutor())
            }
            if jobs.isEmpty {
                wakeup.wait()
            }
        }
    }

    /// The jobs that wait; nil when there are none and none will come.
    private func nextJobs() -> [UnownedJob]? {
        queue.withLock { queue in
            let jobs = queue.jobs
            queue.jobs = []
            queue.isAsleep = jobs.isEmpty
            return jobs.isEmpty && queue.isStopped ? nil : jobs
        }
    }
}

/// Stops a thread executor when its owner is gone.
struct ThreadOwnership: ~Copyable {
    let executor = ThreadExecutor()

    deinit {
        executor.stop()
    }
}
