import Application
import Cluster
import Postgres
import Store
import TestSupport
import TownSupport

/// A world on which attacks are tried, one after the other, each undone after it.
///
/// An attack is tried as its login within a superuser's transaction, so that a wall may be taken away in the same
/// transaction and be back after it.
actor Siege {
    enum Outcome: Hashable, CustomStringConvertible {
        case done
        case refused(state: String?, constraint: String?)

        var description: String {
            switch self {
            case .done: "went through"
            case .refused(let state, let constraint):
                "refused by \(constraint ?? "no constraint") (\(state ?? "no state"))"
            }
        }
    }

    static let shared = Siege()

    private var opened: Task<(TestDatabase, Connection, [String: String]), any Error>?

    /// Tries an attack, with its walls standing or taken away.
    func attempt(_ attack: Attack, walls areStanding: Bool) async throws -> Outcome {
        let (database, db, tables) = try await open()
        let removals = areStanding ? [] : attack.walls
        let script = """
            BEGIN;
            \(removals.map { $0.removal(from: attack.login, in: database.name, tables) }.joined(separator: ";\n"));
            SET LOCAL ROLE \(attack.login.role);
            \(World.ana.claims(try Town.secrets().signing))
            """
        return try await db.attempt(script, attack.sql)
    }

    private func open() async throws -> (TestDatabase, Connection, [String: String]) {
        if let opened { return try await opened.value }
        let task = Task { () async throws -> (TestDatabase, Connection, [String: String]) in
            let database = try await TestDatabase.create(World.template())
            let db = try await database.connect(as: .superuser)
            return (database, db, try await db.tablesOfConstraints())
        }
        opened = task
        return try await task.value
    }
}

extension Connection {
    /// Runs an attack to the point where every deferred constraint has spoken, and undoes everything.
    fileprivate func attempt(_ opening: String, _ attack: String) throws -> Siege.Outcome {
        try script(opening)
        defer { rollback() }
        do throws(PostgresError) {
            try script(attack)
            try script("SET CONSTRAINTS ALL IMMEDIATE")
            return .done
        } catch {
            return .refused(state: error.sqlState?.rawValue, constraint: error.constraintName)
        }
    }

    /// The table of each named constraint of ours.
    fileprivate func tablesOfConstraints() throws -> [String: String] {
        var tables: [String: String] = [:]
        let rows = try rows(
            """
            SELECT conname::text AS name, conrelid::regclass::text AS table FROM pg_constraint
             WHERE connamespace::regnamespace::text IN ('core', 'social', 'audit', 'context', 'lifecycle', 'reference')
            """
        )
        for row in rows {
            tables[try row.decode("name")] = try row.decode("table", as: String.self)
        }
        return tables
    }
}
