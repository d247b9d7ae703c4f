import Postgres
import Testing

@Suite struct `a pool` {
    private static func open(_ limits: PoolLimits) async throws -> Pool {
        Pool(try await ConnectionSettings(Server.conninfo()), limits: limits)
    }

    /// Holds a connection for this long, three seconds unless said; returns once it does.
    private static func hold(_ pool: Pool, seconds: Int = 3) async -> Task<Bool, any Error> {
        let (begun, signal) = AsyncStream.makeStream(of: Void.self)
        let holder = Task {
            defer { signal.finish() }
            return try await pool.lease { db throws(PostgresError) in
                signal.yield()
                _ = try db.rows("SELECT pg_sleep(\(Double(seconds)))")
                return db.isUsable
            }
        }
        for await _ in begun {
            break
        }
        return holder
    }

    @Test func `many callers share few connections`() async throws {
        let pool = try await Self.open(PoolLimits(connections: 3))

        let pids = try await withThrowingTaskGroup(of: Int32.self) { group in
            for _ in 0..<60 {
                group.addTask {
                    try await pool.lease { db throws(PostgresError) in
                        try db.row("SELECT pg_backend_pid() AS pid").decode("pid", as: Int32.self)
                    }
                }
            }
            return try await group.reduce(into: [Int32]()) { $0.append($1) }
        }

        #expect(pids.count == 60)
        #expect(Set(pids).count <= 3)
        await pool.close()
    }

    @Test func `a transaction left open is rolled back`() async throws {
        let pool = try await Self.open(PoolLimits(connections: 1))
        try await pool.lease { db throws(PostgresError) in
            try db.script("CREATE TEMP TABLE parcel (id int)")
            db.begin()
            try db.execute("INSERT INTO parcel VALUES (1)")
        }

        let count = try await pool.lease { db throws(PostgresError) in
            try db.rows("SELECT id FROM parcel").count
        }

        #expect(count == 0)
        await pool.close()
    }

    @Test func `a broken connection is replaced`() async throws {
        let pool = try await Self.open(PoolLimits(connections: 1))
        let error = await #expect(throws: PostgresError.self) {
            try await pool.lease { db throws(PostgresError) in
                try db.execute("SELECT pg_terminate_backend(pg_backend_pid())")
            }
        }

        let answers = try await pool.lease { db throws(PostgresError) in
            try db.row("SELECT 1 AS answer").decode("answer", as: Int.self)
        }

        #expect(error?.kind == .connectionLost)
        #expect(answers == 1)
        await pool.close()
    }

    @Test func `the error of the body is the error of the lease`() async throws {
        let pool = try await Self.open(PoolLimits(connections: 1))

        let error = await #expect(throws: Refusal.self) {
            try await pool.lease { _ throws(Refusal) in throw .unwanted }
        }

        #expect(error == .unwanted)
        await pool.close()
    }

    @Test func `who waits too long is told`() async throws {
        let pool = try await Self.open(PoolLimits(connections: 1, patience: .seconds(1)))
        // Longer than any machine is slow: it is let go, not waited for.
        let holder = await Self.hold(pool, seconds: 600)

        let error = await #expect(throws: PostgresError.self) {
            try await pool.lease { _ throws(PostgresError) in }
        }

        #expect(error?.kind == .timedOut)
        holder.cancel()
        _ = await holder.result
        await pool.close()
    }

    @Test func `a caller that is cancelled while it waits leaves`() async throws {
        let pool = try await Self.open(PoolLimits(connections: 1))
        let holder = await Self.hold(pool)
        let waiter = Task { try await pool.lease { _ throws(PostgresError) in } }
        try await Task.sleep(for: .milliseconds(50))

        waiter.cancel()
        let error = await #expect(throws: PostgresError.self) { try await waiter.value }

        #expect(error?.kind == .cancelled)
        _ = try await holder.value
        await pool.close()
    }

    @Test func `without a server callers wait, and are told why in the end`() async throws {
        let pool = Pool(
            ConnectionSettings("host=/nonexistent dbname=postgres"),
            limits: PoolLimits(connections: 2, patience: .seconds(1))
        )

        // On a busy machine the first try to connect may come later than the patience of the first callers.
        var kinds: [PostgresError.Kind] = []
        while kinds.count < 60, kinds.last != .connectionFailed {
            let error = await #expect(throws: PostgresError.self) {
                try await pool.lease { _ throws(PostgresError) in }
            }
            kinds.append(try #require(error).kind)
        }

        #expect(kinds.last == .connectionFailed)
        #expect(kinds.dropLast().allSatisfy { $0 == .timedOut })
        await pool.close()
    }

    @Test func `closing waits for those who hold a connection, and refuses others`() async throws {
        let pool = try await Self.open(PoolLimits(connections: 1))
        let holder = await Self.hold(pool)
        await pool.close()

        let error = await #expect(throws: PostgresError.self) {
            try await pool.lease { _ throws(PostgresError) in }
        }

        #expect(try await holder.value)
        #expect(error?.kind == .connectionLost)
    }
}
