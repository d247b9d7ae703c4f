import Postgres
import Testing

@Suite struct `faults` {
    @Test func `a reader and a pool outlive a crash of the server`() async throws {
        let server = try ThrowawayServer()
        let reader = SharedReader(server.settings, patience: .seconds(5))
        let pool = Pool(server.settings, limits: PoolLimits(connections: 2))
        _ = try await reader.rows("SELECT 1")
        try await pool.lease { db throws(PostgresError) in _ = try db.rows("SELECT 1") }

        try server.stop()
        let asked = await #expect(throws: PostgresError.self) { try await reader.rows("SELECT 1") }
        let leased = await #expect(throws: PostgresError.self) {
            try await pool.lease { db throws(PostgresError) in _ = try db.rows("SELECT 1") }
        }
        try server.start()

        #expect(asked?.isTransient == true)
        #expect(leased?.isTransient == true)
        #expect(try await reader.rows("SELECT 1").count == 1)
        let count = try await pool.lease { db throws(PostgresError) in
            try db.rows("SELECT 1").count
        }
        #expect(count == 1)
        await pool.close()
    }

    @Test func `a commit that did not wait for its standby is unknown`() async throws {
        let server = try ThrowawayServer()
        let connection = try await Connection.open(server.settings)
        try await connection.script("CREATE TABLE parcel (id int)")
        try await connection.script("ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
        try await connection.execute("SELECT pg_reload_conf()")
        try await Task.sleep(for: .milliseconds(300))
        let committing = Task { try await connection.insertAndCommit() }
        try await Task.sleep(for: .milliseconds(500))

        committing.cancel()
        let error = await #expect(throws: PostgresError.self) { try await committing.value }

        #expect(error?.kind == .commitOutcomeUnknown)
        #expect(error?.sqlState == .warning)
        #expect(try await connection.rows("SELECT id FROM parcel").count == 1)
        await connection.close()
    }
}

extension Connection {
    fileprivate func insertAndCommit() throws(PostgresError) {
        try transaction { db throws(PostgresError) in
            try db.execute("INSERT INTO parcel VALUES (1)")
        }
    }
}
