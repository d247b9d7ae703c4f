/// What a pool decides: who gets which connection, what is opened and what is closed.
///
/// A value without a clock, a network or a lock: each event returns the actions that follow from it, for a driver to carry
/// out in order.
struct PoolState {
    typealias Instant = ContinuousClock.Instant

    struct ConnectionID: Hashable, Sendable {
        let number: Int
    }

    struct WaiterID: Hashable, Sendable {
        let number: Int
    }

    enum Refusal: Hashable, Sendable {
        case overloaded
        case timedOut
        /// Time ran out while connections could not be opened.
        case connectionFailed
        case cancelled
        case closed
    }

    enum Action: Hashable, Sendable {
        case lease(ConnectionID, to: WaiterID)
        case refuse(WaiterID, Refusal)
        case open(ConnectionID)
        case close(ConnectionID)
    }

    private enum Phase {
        case opening
        case idle
        case leased
    }

    private static let shortestPause = Duration.milliseconds(50)
    private static let longestPause = Duration.seconds(5)

    private let limits: PoolLimits
    private var phases: [ConnectionID: Phase] = [:]
    /// The last returned is the first lent: its caches are warm, and the others get a chance to time out.
    private var idle: [(id: ConnectionID, since: Instant)] = []
    private var waiting: [(id: WaiterID, deadline: Instant)] = []
    private var connectionsMade = 0
    private var failures = 0
    private var retryAt: Instant?
    private(set) var isClosing = false

    init(_ limits: PoolLimits) {
        self.limits = limits
    }

    /// True when it is closing and the last connection is gone.
    var isFinished: Bool { isClosing && phases.isEmpty }

    /// When `tick` has something to do; nil when it has nothing.
    var nextTick: Instant? {
        let retry = waiting.isEmpty ? nil : retryAt
        // Those at the front were there first: the queue is in the order of deadlines, the idle in that of return.
        let idleEnd = idle.first?.since.advanced(by: limits.idleTime)
        return [waiting.first?.deadline, idleEnd, retry].compactMap(\.self).min()
    }

    /// Someone wants a connection.
    mutating func ask(_ waiter: WaiterID, at now: Instant) -> [Action] {
        if isClosing {
            return [.refuse(waiter, .closed)]
        }
        if let free = idle.popLast() {
            phases[free.id] = .leased
            return [.lease(free.id, to: waiter)]
        }
        if waiting.count >= limits.waiting {
            return [.refuse(waiter, .overloaded)]
        }
        waiting.append((waiter, now.advanced(by: limits.patience)))
        return openings(at: now)
    }

    /// Someone no longer wants one.
    ///
    /// Nothing happens when it was already served.
    mutating func cancel(_ waiter: WaiterID) -> [Action] {
        guard let index = waiting.firstIndex(where: { $0.id == waiter }) else {
            return []
        }
        waiting.remove(at: index)
        return [.refuse(waiter, .cancelled)]
    }

    /// A connection was opened.
    mutating func opened(_ id: ConnectionID, at now: Instant) -> [Action] {
        failures = 0
        retryAt = nil
        return free(id, at: now) + openings(at: now)
    }

    /// A connection could not be opened.
    ///
    /// The next attempt waits, each time longer.
    mutating func failedToOpen(_ id: ConnectionID, at now: Instant) -> [Action] {
        phases[id] = nil
        let pause = Self.shortestPause * (1 << min(failures, 10))
        retryAt = now.advanced(by: min(pause, Self.longestPause))
        failures += 1
        return []
    }

    /// A connection came back.
    ///
    /// One that is not usable is dropped, and replaced when someone waits.
    mutating func returned(_ id: ConnectionID, isUsable: Bool, at now: Instant) -> [Action] {
        guard isUsable else {
            phases[id] = nil
            return [.close(id)] + openings(at: now)
        }
        return free(id, at: now)
    }

    /// Time has passed.
    mutating func tick(at now: Instant) -> [Action] {
        var actions: [Action] = []
        while let first = waiting.first, first.deadline <= now {
            waiting.removeFirst()
            actions.append(.refuse(first.id, failures > 0 ? .connectionFailed : .timedOut))
        }
        while let first = idle.first, first.since.advanced(by: limits.idleTime) <= now {
            idle.removeFirst()
            phases[first.id] = nil
            actions.append(.close(first.id))
        }
        return actions + openings(at: now)
    }

    /// Refuses those who wait and closes what idles; what is lent is closed when it comes back.
    mutating func close() -> [Action] {
        isClosing = true
        let refused = waiting.map { Action.refuse($0.id, .closed) }
        let closed = idle.map { Action.close($0.id) }
        for connection in idle {
            phases[connection.id] = nil
        }
        waiting = []
        idle = []
        return refused + closed
    }

    private mutating func free(_ id: ConnectionID, at now: Instant) -> [Action] {
        if isClosing {
            phases[id] = nil
            return [.close(id)]
        }
        guard !waiting.isEmpty else {
            phases[id] = .idle
            idle.append((id, now))
            return []
        }
        phases[id] = .leased
        return [.lease(id, to: waiting.removeFirst().id)]
    }

    /// As many as there are waiters without one, within the bound; one at a time while opening fails.
    private mutating func openings(at now: Instant) -> [Action] {
        guard !isClosing, retryAt.map({ $0 <= now }) ?? true else {
            return []
        }
        let opening = phases.values.count { $0 == .opening }
        let wanted = min(waiting.count, failures > 0 ? 1 : .max) - opening
        let count = min(wanted, limits.connections - phases.count)
        guard count > 0 else {
            return []
        }
        return (0..<count).map { _ in
            connectionsMade += 1
            let id = ConnectionID(number: connectionsMade)
            phases[id] = .opening
            return .open(id)
        }
    }
}
