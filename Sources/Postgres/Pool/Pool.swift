import Synchronization

/// A bounded set of connections, lent one at a time.
///
/// Connections are opened when someone needs them, replaced when they break, and closed when they idle. Those who wait are
/// served in the order in which they came.
public final class Pool: Sendable {
    private typealias Answer = PoolLease.Answer

    private struct Storage {
        var state: PoolState
        var connections: [PoolState.ConnectionID: Connection] = [:]
        var waiters: [PoolState.WaiterID: CheckedContinuation<Answer, Never>] = [:]
        /// Cancelled before they began to wait.
        var cancelled: Set<PoolState.WaiterID> = []
        var waitersSeen = 0
        var lastFailure: PostgresError?
        var tickAt: ContinuousClock.Instant?
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    private let storage: Mutex<Storage>
    private let settings: ConnectionSettings

    public init(_ settings: ConnectionSettings, limits: PoolLimits = PoolLimits()) {
        self.settings = settings
        storage = Mutex(Storage(state: PoolState(limits)))
    }

    /// Lends a connection to `body`, which runs on the connection's own thread from its beginning to its end.
    ///
    /// A transaction that `body` leaves open is rolled back.
    ///
    /// - Throws: what `body` throws; `.timedOut`, `.connectionFailed`, `.overloaded` or `.cancelled` when there was no
    ///   connection, and `.connectionLost` when the pool is closed.
    public func lease<R: Sendable, E: ExpressibleByPostgresError>(
        _ body: @Sendable (isolated Connection) async throws(E) -> R
    ) async throws(E) -> R {
        let lease: PoolLease
        do throws(PostgresError) {
            lease = try await acquire()
        } catch {
            throw .postgres(error)
        }
        return try await lease.run(body) { [self] isUsable in
            handle { $0.returned(lease.id, isUsable: isUsable, at: .now) }
        }
    }

    /// Refuses new callers, lets those who hold a connection finish, and returns when all connections are closed.
    public func close() async {
        handle { state in state.close() }
        await withCheckedContinuation { continuation in
            let isFinished = storage.withLock { storage in
                if !storage.state.isFinished {
                    storage.closers.append(continuation)
                }
                return storage.state.isFinished
            }
            if isFinished {
                continuation.resume()
            }
        }
    }

    private func acquire() async throws(PostgresError) -> PoolLease {
        let waiter = storage.withLock { storage in
            storage.waitersSeen += 1
            return PoolState.WaiterID(number: storage.waitersSeen)
        }
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { wait(waiter, $0) }
        } onCancel: {
            cancel(waiter)
        }
        storage.withLock { _ = $0.cancelled.remove(waiter) }
        return try answer.get()
    }

    private func wait(
        _ waiter: PoolState.WaiterID,
        _ continuation: CheckedContinuation<Answer, Never>
    ) {
        let isCancelled = storage.withLock { storage in
            guard !storage.cancelled.contains(waiter) else {
                return true
            }
            storage.waiters[waiter] = continuation
            return false
        }
        guard !isCancelled else {
            return continuation.resume(returning: .failure(.taskCancelled))
        }
        handle { $0.ask(waiter, at: .now) }
        // A cancel between the two found nobody waiting.
        if storage.withLock({ $0.cancelled.contains(waiter) }) {
            handle { $0.cancel(waiter) }
        }
    }

    private func cancel(_ waiter: PoolState.WaiterID) {
        storage.withLock { _ = $0.cancelled.insert(waiter) }
        handle { $0.cancel(waiter) }
    }
}

extension Pool {
    /// Changes the state and carries out what follows from it.
    private func handle(_ event: (inout PoolState) -> [PoolState.Action]) {
        let (effects, tickAt) = storage.withLock { storage in
            let effects = event(&storage.state).compactMap { effect(of: $0, &storage) }
            let next = storage.state.nextTick
            let mustSchedule = next.map { next in storage.tickAt.map { next < $0 } ?? true }
            storage.tickAt = mustSchedule == true ? next : storage.tickAt
            let closers = storage.state.isFinished ? storage.closers : []
            storage.closers = storage.state.isFinished ? [] : storage.closers
            return (
                effects + closers.map(PoolEffect.finish), mustSchedule == true ? next : nil
            )
        }
        for effect in effects {
            perform(effect)
        }
        if let tickAt {
            tick(at: tickAt)
        }
    }

    /// What an action means for continuations and connections, to be done after the lock is released.
    private func effect(of action: PoolState.Action, _ storage: inout Storage) -> PoolEffect? {
        switch action {
        case .open(let id):
            return .open(id)
        case .close(let id):
            return storage.connections.removeValue(forKey: id).map(PoolEffect.close)
        case .refuse(let waiter, let refusal):
            let error = PostgresError(refusal, lastFailure: storage.lastFailure)
            return storage.waiters.removeValue(forKey: waiter).map { .resume($0, .failure(error)) }
        case .lease(let id, let waiter):
            guard
                let continuation = storage.waiters.removeValue(forKey: waiter),
                let connection = storage.connections[id]
            else {
                preconditionFailure("a lease goes to someone who waits, and lends what is open")
            }
            return .resume(continuation, .success(PoolLease(id: id, connection: connection)))
        }
    }

    private func perform(_ effect: PoolEffect) {
        switch effect {
        case .resume(let continuation, let answer):
            continuation.resume(returning: answer)
        case .finish(let continuation):
            continuation.resume()
        case .close(let connection):
            Task { await connection.close() }
        case .open(let id):
            Task { await open(id) }
        }
    }

    private func open(_ id: PoolState.ConnectionID) async {
        do throws(PostgresError) {
            let connection = try await Connection.open(settings)
            storage.withLock { $0.connections[id] = connection }
            handle { $0.opened(id, at: .now) }
        } catch {
            storage.withLock { $0.lastFailure = error }
            handle { $0.failedToOpen(id, at: .now) }
        }
    }

    private func tick(at instant: ContinuousClock.Instant) {
        Task { [weak self] in
            try? await Task.sleep(until: instant, clock: .continuous)
            self?.storage.withLock { storage in
                storage.tickAt = storage.tickAt == instant ? nil : storage.tickAt
            }
            self?.handle { $0.tick(at: .now) }
        }
    }
}

/// Something to do once the pool's lock is released.
private enum PoolEffect {
    case resume(CheckedContinuation<PoolLease.Answer, Never>, PoolLease.Answer)
    case open(PoolState.ConnectionID)
    case close(Connection)
    case finish(CheckedContinuation<Void, Never>)
}

extension PostgresError {
    fileprivate init(_ refusal: PoolState.Refusal, lastFailure: PostgresError?) {
        switch refusal {
        case .overloaded: self.init(.overloaded, "too many wait for a connection already")
        case .timedOut: self.init(.timedOut, "no connection became free in time")
        case .connectionFailed:
            self.init(.connectionFailed, lastFailure?.message ?? "no connection could be opened")
        case .cancelled: self = .taskCancelled
        case .closed: self = .connectionLost("the pool is closed")
        }
    }
}
