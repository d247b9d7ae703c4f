public import Postgres

/// One connection, opened when first needed.
public actor Pool {
    private let settings: ConnectionSettings
    private var connection: Connection?

    public init(_ settings: ConnectionSettings) {
        self.settings = settings
    }

    func lease<R: Sendable>(
        _ body: @Sendable (isolated Connection) async throws(Failure) -> R
    ) async throws(Failure) -> R {
        let db = try await open()
        return try await body(db)
    }

    private func open() async throws(Failure) -> Connection {
        if let connection, await connection.isUsable { return connection }
        do {
            let opened = try await Connection.open(settings)
            connection = opened
            return opened
        } catch {
            throw .postgres(error)
        }
    }
}
