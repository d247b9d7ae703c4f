import Domain
public import Postgres
public import Schema

/// Brings a database to this program's schema: migrations once each, everything else anew each time.
public struct Migrator: Sendable {
    /// What a run did.
    public struct Outcome: Hashable, Sendable {
        /// Names of the migrations that ran now; empty when there was nothing to do.
        public let applied: [String]
        public let fingerprint: String
    }

    private let schema: Schema
    private let key: SigningKey

    /// Migrates by the texts of `schema`; the service will sign its transactions under `key`, which the database learns.
    public init(schema: Schema, key: SigningKey) {
        self.schema = schema
        self.key = key
    }

    /// One value for all texts: two databases with the same fingerprint were made by the same files.
    public static func fingerprint(of schema: Schema) throws(SchemaMissing) -> String {
        var bytes: [UInt8] = []
        let all = try schema.migrations + schema.functions + schema.views
        for text in all + [try schema.roles, try schema.states, try schema.steps] {
            bytes += Digest.sha256(Array(text.text.utf8))
        }
        return Digest.hex(Digest.sha256(bytes))
    }

    /// Whether a database was made by the texts with this fingerprint; false for an empty one.
    public static func isCurrent(
        _ fingerprint: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        do {
            let row = try db.optionalRow("SELECT sha256 FROM lifecycle.fingerprint")
            return try row?.decode("sha256") == fingerprint
        } catch  where [.undefinedTable, .insufficientPrivilege, "3F000"].contains(error.sqlState) {
            return false
        }
    }

    /// Migrates, in one transaction, under a lock that a second migrator waits for.
    ///
    /// - Throws: `.changed` when a migration that ran before reads otherwise now; `.newer` when the database knows
    ///   migrations that this program does not.
    public func migrate(_ db: isolated Connection) throws(MigrationFailure) -> Outcome {
        let texts = try catching { () throws(SchemaMissing) in try schema.migrations }
        let fingerprint = try catching { () throws(SchemaMissing) in
            try Self.fingerprint(of: schema)
        }
        return try db.transaction { (db) throws(MigrationFailure) -> Outcome in
            try MigrationFailure.run { () throws(PostgresError) in
                try db.execute("SELECT pg_advisory_xact_lock(7300)")
                try db.execute("SET LOCAL client_min_messages = warning")
                try db.execute(
                    """
                    CREATE TABLE IF NOT EXISTS public.moulin_migration (
                        name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())
                    """
                )
            }
            let applied = try apply(texts, in: db)
            try replaceTheRest(fingerprint, in: db)
            return Outcome(applied: applied, fingerprint: fingerprint)
        }
    }

    private func apply(
        _ texts: [Schema.Text],
        in db: isolated Connection
    ) throws(MigrationFailure) -> [String] {
        var known = try knownChecksums(in: db)
        var applied: [String] = []
        for text in texts {
            let checksum = Digest.hex(Digest.sha256(Array(text.text.utf8)))
            if let before = known.removeValue(forKey: text.name) {
                guard before == checksum else { throw .changed(text.name) }
                continue
            }
            try MigrationFailure.run(in: text.name) { () throws(PostgresError) in
                _ = try db.script(text.text)
                try db.execute(
                    """
                    INSERT INTO public.moulin_migration (name, checksum) VALUES (\(text.name), \(checksum))
                    """
                )
            }
            applied.append(text.name)
        }
        guard known.isEmpty else { throw .newer(known.keys.sorted()) }
        return applied
    }

    private func knownChecksums(
        in db: isolated Connection
    ) throws(MigrationFailure) -> [String: String] {
        try MigrationFailure.run { () throws(PostgresError) in
            var known: [String: String] = [:]
            for row in try db.rows("SELECT name, checksum FROM public.moulin_migration") {
                known[try row.decode("name")] = try row.decode("checksum", as: String.self)
            }
            return known
        }
    }

    private func replaceTheRest(
        _ fingerprint: String,
        in db: isolated Connection
    ) throws(MigrationFailure) {
        let texts = try catching { () throws(SchemaMissing) in
            try schema.functions + schema.views + [schema.roles]
        }
        for text in texts {
            try MigrationFailure.run(in: text.name) { () throws(PostgresError) in
                _ = try db.script(text.text)
            }
        }
        let map = try lifecycle()
        try MigrationFailure.run(in: "reference lists") { () throws(PostgresError) in
            try ReferenceLists.load(map, in: db)
            try key.install(in: db)
            try db.execute(
                """
                INSERT INTO lifecycle.fingerprint (sha256) VALUES (\(fingerprint))
                ON CONFLICT ON CONSTRAINT one_fingerprint DO UPDATE SET sha256 = excluded.sha256
                """
            )
        }
    }

    private func lifecycle() throws(MigrationFailure) -> LifecycleMap {
        let states = try catching { () throws(SchemaMissing) in try schema.states.text }
        let steps = try catching { () throws(SchemaMissing) in try schema.steps.text }
        do {
            return try LifecycleMap(states: states, steps: steps)
        } catch {
            throw .map(error)
        }
    }

    private func catching<R>(
        _ body: () throws(SchemaMissing) -> R
    ) throws(MigrationFailure) -> R {
        do { return try body() } catch { throw .missing(error) }
    }
}
