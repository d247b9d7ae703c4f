import Cluster
import Postgres
import Store
import TestSupport
import Testing

/// Many connections that begin at once.
struct Barrier: Sendable {
    let database: TestDatabase
    let connections: [Connection]

    static func with<R>(
        _ count: Int,
        on database: TestDatabase,
        _ body: (Barrier) async throws -> R
    ) async throws -> R {
        var connections: [Connection] = []
        for _ in 0..<count { connections.append(try await database.connect(as: .main)) }
        let answer = try await body(Barrier(database: database, connections: connections))
        for connection in connections { await connection.close() }
        return answer
    }

    /// What became of one racer.
    enum Finish: Hashable, Sendable {
        case won
        case refused(String)
    }

    /// Runs one text on each connection, all let go by one lock, each in a signed transaction of its own.
    ///
    /// A text that ends in `ROLLBACK` undoes itself; every other is committed.
    func race(_ text: @Sendable (Int) -> String) async throws -> [Finish] {
        let starter = try await database.connect(as: .superuser)
        let claims = try World.claims()
        try await starter.script("BEGIN; SELECT pg_advisory_xact_lock(1)")
        let finishes = try await withThrowingTaskGroup(of: Finish.self) { group in
            for (number, connection) in connections.enumerated() {
                let sql = text(number)
                group.addTask { try await connection.run(sql, claims: claims) }
            }
            try await starter.untilAllWait(connections.count)
            try await starter.script("COMMIT")
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await starter.close()
        #expect(!finishes.contains(.refused("40P01")), "a deadlock")
        return finishes
    }
}

extension Connection {
    fileprivate func run(_ sql: String, claims: String) throws -> Barrier.Finish {
        do throws(PostgresError) {
            try script("BEGIN; SELECT pg_advisory_xact_lock_shared(1); \(claims)")
            try script(sql)
            if isInTransaction { try script("COMMIT") }
            return .won
        } catch {
            rollback()
            return .refused(error.constraintName ?? error.sqlState?.rawValue ?? "lost")
        }
    }

    /// Returns when so many others wait for the lock that this one holds.
    fileprivate func untilAllWait(_ count: Int) throws {
        while true {
            let waiting: Int64 = try row(
                """
                SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND classid = 0 AND objid = 1
                   AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """
            ).decode("n")
            if waiting >= count { return }
            try execute("SELECT pg_sleep(0.002)")
        }
    }
}
