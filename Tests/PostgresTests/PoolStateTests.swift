import Testing

@testable import Postgres

@Suite struct `pool state` {
    private typealias Action = PoolState.Action

    private let start = ContinuousClock.now

    private func connection(_ number: Int) -> PoolState.ConnectionID {
        PoolState.ConnectionID(number: number)
    }

    private func waiter(_ number: Int) -> PoolState.WaiterID {
        PoolState.WaiterID(number: number)
    }

    private func state(
        connections: Int = 2,
        waiting: Int = 10
    ) -> PoolState {
        PoolState(
            PoolLimits(
                connections: connections,
                waiting: waiting,
                patience: .seconds(10),
                idleTime: .seconds(60)
            )
        )
    }

    @Test func `no more connections are opened than the bound allows`() {
        var state = state(connections: 2)

        let actions = (1...3).map { state.ask(waiter($0), at: start) }

        #expect(actions == [[.open(connection(1))], [.open(connection(2))], []])
    }

    @Test func `those who wait are served in the order in which they came`() {
        var state = state(connections: 1)
        _ = (1...3).map { state.ask(waiter($0), at: start) }

        let first = state.opened(connection(1), at: start)
        let second = state.returned(connection(1), isUsable: true, at: start)
        let third = state.returned(connection(1), isUsable: true, at: start)

        #expect(first == [.lease(connection(1), to: waiter(1))])
        #expect(second == [.lease(connection(1), to: waiter(2))])
        #expect(third == [.lease(connection(1), to: waiter(3))])
    }

    @Test func `an idle connection is lent again at once`() {
        var state = state()
        _ = state.ask(waiter(1), at: start)
        _ = state.opened(connection(1), at: start)
        _ = state.returned(connection(1), isUsable: true, at: start)

        #expect(state.ask(waiter(2), at: start) == [.lease(connection(1), to: waiter(2))])
    }

    @Test func `more waiters than the bound are refused`() {
        var state = state(connections: 1, waiting: 1)
        _ = state.ask(waiter(1), at: start)

        #expect(state.ask(waiter(2), at: start) == [.refuse(waiter(2), .overloaded)])
    }

    @Test func `patience ends at its time and not before`() {
        var state = state(connections: 1)
        _ = state.ask(waiter(1), at: start)

        #expect(state.nextTick == start.advanced(by: .seconds(10)))
        #expect(state.tick(at: start.advanced(by: .milliseconds(9_999))) == [])
        #expect(
            state.tick(at: start.advanced(by: .seconds(10))) == [.refuse(waiter(1), .timedOut)]
        )
        #expect(state.nextTick == nil)
    }

    @Test func `a cancelled waiter is passed over`() {
        var state = state(connections: 1)
        _ = state.ask(waiter(1), at: start)
        _ = state.ask(waiter(2), at: start)

        #expect(state.cancel(waiter(1)) == [.refuse(waiter(1), .cancelled)])
        #expect(
            state.opened(connection(1), at: start) == [.lease(connection(1), to: waiter(2))]
        )
        #expect(state.cancel(waiter(2)) == [])
    }

    @Test func `a broken connection is closed, and replaced for who waits`() {
        var state = state(connections: 1)
        _ = state.ask(waiter(1), at: start)
        _ = state.opened(connection(1), at: start)
        _ = state.ask(waiter(2), at: start)

        let actions = state.returned(connection(1), isUsable: false, at: start)

        #expect(actions == [.close(connection(1)), .open(connection(2))])
    }

    @Test func `attempts to open come at growing distances, one at a time`() {
        var state = state(connections: 4)
        _ = state.ask(waiter(1), at: start)
        _ = state.ask(waiter(2), at: start)
        _ = state.failedToOpen(connection(1), at: start)
        _ = state.failedToOpen(connection(2), at: start)

        #expect(state.nextTick == start.advanced(by: .milliseconds(100)))
        #expect(state.tick(at: start.advanced(by: .milliseconds(50))) == [])
        #expect(state.tick(at: start.advanced(by: .milliseconds(100))) == [.open(connection(3))])
        _ = state.failedToOpen(connection(3), at: start.advanced(by: .milliseconds(100)))
        #expect(state.nextTick == start.advanced(by: .milliseconds(300)))
    }

    @Test func `after a success connections are opened freely again`() {
        var state = state(connections: 4)
        _ = (1...3).map { state.ask(waiter($0), at: start) }
        _ = (1...3).map { state.failedToOpen(connection($0), at: start) }
        let later = start.advanced(by: .seconds(1))
        _ = state.tick(at: later)

        let actions = state.opened(connection(4), at: later)

        #expect(
            actions == [
                .lease(connection(4), to: waiter(1)), .open(connection(5)), .open(connection(6)),
            ]
        )
    }

    @Test func `who waited while nothing could be opened is told so`() {
        var state = state()
        _ = state.ask(waiter(1), at: start)
        _ = state.failedToOpen(connection(1), at: start)

        let actions = state.tick(at: start.advanced(by: .seconds(10)))

        #expect(actions == [.refuse(waiter(1), .connectionFailed)])
    }

    @Test func `what idles too long is closed`() {
        var state = state()
        _ = state.ask(waiter(1), at: start)
        _ = state.opened(connection(1), at: start)
        _ = state.returned(connection(1), isUsable: true, at: start)

        #expect(state.nextTick == start.advanced(by: .seconds(60)))
        #expect(state.tick(at: start.advanced(by: .seconds(59))) == [])
        #expect(state.tick(at: start.advanced(by: .seconds(60))) == [.close(connection(1))])
    }

    @Test func `closing waits for what is lent and what is being opened`() {
        var state = state(connections: 3)
        _ = (1...3).map { state.ask(waiter($0), at: start) }
        _ = state.opened(connection(1), at: start)
        _ = state.opened(connection(2), at: start)
        _ = state.returned(connection(2), isUsable: true, at: start)
        _ = state.returned(connection(2), isUsable: true, at: start)

        #expect(state.close() == [.close(connection(2))])
        #expect(!state.isFinished)
        #expect(state.ask(waiter(9), at: start) == [.refuse(waiter(9), .closed)])
        #expect(state.opened(connection(3), at: start) == [.close(connection(3))])
        #expect(
            state.returned(connection(1), isUsable: true, at: start) == [.close(connection(1))]
        )
        #expect(state.isFinished)
    }

    @Test func `closing refuses those who wait`() {
        var state = state(connections: 1)
        _ = state.ask(waiter(1), at: start)
        _ = state.ask(waiter(2), at: start)

        #expect(state.close() == [.refuse(waiter(1), .closed), .refuse(waiter(2), .closed)])
    }
}
