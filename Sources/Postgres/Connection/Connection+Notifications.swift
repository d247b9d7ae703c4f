import CLibPQ

/// What another session said with `NOTIFY`.
public struct Notification: Hashable, Sendable {
    public let channel: String
    /// At most 8,000 bytes; empty when none was given.
    public let payload: String
    /// The server process of the session that spoke, to tell one's own words from others'.
    public let processID: Int32
}

extension Connection {
    /// Waits for the next notification on the channels that `LISTEN` named.
    ///
    /// Blocks the connection's thread, so a listener has a connection of its own, and a direct one: a pooler passes no
    /// notifications on.
    ///
    /// - Returns: nil when `timeout` passed without one.
    /// - Throws: `.cancelled` when the task is cancelled, `.connectionLost`.
    public func waitForNotification(timeout: Duration) throws(PostgresError) -> Notification? {
        let deadline = ContinuousClock.now.advanced(by: timeout)
        while true {
            if let notification = handle.nextNotification() {
                return notification
            }
            if Task.isCancelled {
                throw .taskCancelled
            }
            let left = ContinuousClock.now.duration(to: deadline)
            guard left > .zero else {
                return nil
            }
            try receive(within: left)
        }
    }

    /// Waits for bytes, at most 50 ms, so that a cancelled task is noticed.
    private func receive(within limit: Duration) throws(PostgresError) {
        let milliseconds = Int32(min(50, limit.wholeMilliseconds))
        if handle.waitForInput(milliseconds: milliseconds) > 0, !handle.consumeInput() {
            throw lose()
        }
    }
}

extension ConnectionHandle {
    /// Reads what has arrived.
    ///
    /// False when the connection is lost.
    fileprivate func consumeInput() -> Bool {
        PQconsumeInput(pointer) == 1
    }

    fileprivate func nextNotification() -> Notification? {
        guard let notification = PQnotifies(pointer) else {
            return nil
        }
        defer { PQfreemem(notification) }
        return Notification(
            channel: String(cString: notification.pointee.relname),
            payload: String(cString: notification.pointee.extra),
            processID: notification.pointee.be_pid
        )
    }
}
