/// A connection in someone's hands.
struct PoolLease: Sendable {
    /// What someone who asks for a connection gets.
    typealias Answer = Result<PoolLease, PostgresError>

    let id: PoolState.ConnectionID
    let connection: Connection

    /// Runs `body` on the connection's thread, and says before it leaves that thread whether the connection can be lent
    /// again: one hop for all.
    func run<R: Sendable, E: Error>(
        _ body: @Sendable (isolated Connection) async throws(E) -> R,
        giveBack: @Sendable (_ isUsable: Bool) -> Void
    ) async throws(E) -> R {
        try await Self.run(on: connection, body, giveBack)
    }

    private static func run<R, E: Error>(
        on connection: isolated Connection,
        _ body: (isolated Connection) async throws(E) -> R,
        _ giveBack: (_ isUsable: Bool) -> Void
    ) async throws(E) -> R {
        defer {
            connection.rollback()
            giveBack(connection.isUsable)
        }
        return try await body(connection)
    }
}
