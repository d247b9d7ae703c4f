/// How many connections a pool keeps, and how long anyone waits.
public struct PoolLimits: Sendable {
    /// Connections at most, those being opened included.
    public var connections: Int
    /// Callers that may wait for a connection; more are refused with `.overloaded`.
    public var waiting: Int
    /// How long a caller waits for a connection.
    public var patience: Duration
    /// How long a connection may idle before it is closed.
    public var idleTime: Duration

    public init(
        connections: Int = 8,
        waiting: Int = 1024,
        patience: Duration = .seconds(10),
        idleTime: Duration = .seconds(300)
    ) {
        precondition(connections > 0, "a pool without a connection serves nobody")
        self.connections = connections
        self.waiting = waiting
        self.patience = patience
        self.idleTime = idleTime
    }
}
