import Postgres
import Testing

@Suite struct `a connection` {
    @Test func `a statement is prepared once`() async throws {
        try await Server.connected { db in
            for number in 0..<3 {
                let row = try db.row("SELECT \(number) AS answer")
                #expect(try row.decode("answer", as: Int.self) == number)
            }
            let row = try db.row(
                "SELECT count(*) AS prepared FROM pg_prepared_statements WHERE statement LIKE 'SELECT $1 AS%'"
            )

            #expect(try row.decode("prepared", as: Int.self) == 1)
            #expect(db.roundTrips == 4)
        }
    }

    @Test func `work is done once while the server answers`() async throws {
        try await Server.connected { db in
            var done = 0
            let rows = try db.rows("SELECT 1 AS answer") { done += 1 }
            #expect(throws: PostgresError.self) { try db.rows("SELECT 1 / 0") { done += 1 } }

            #expect(rows.count == 1)
            #expect(done == 2)
        }
    }

    @Test func `other programs find the same server in their environment`() throws {
        let settings = ConnectionSettings("postgresql://ada:s%20ecret@db.example:5433/house")

        #expect(
            try settings.environment().filter {
                ["PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGPASSWORD"].contains($0.key)
            }
                == [
                    "PGHOST": "db.example", "PGPORT": "5433", "PGUSER": "ada",
                    "PGDATABASE": "house",
                    "PGPASSWORD": "s ecret",
                ]
        )
    }

    @Test func `the least recently used statements are given up`() async throws {
        try await Server.connected(preparedStatementLimit: 3) { db in
            _ = try db.rows("SELECT 1")
            _ = try db.rows("SELECT 2")
            _ = try db.rows("SELECT 3")
            _ = try db.rows("SELECT 1")
            _ = try db.rows("SELECT 4")
            let rows = try db.rows(
                """
                SELECT statement FROM pg_prepared_statements WHERE statement LIKE 'SELECT _'
                ORDER BY statement
                """
            )
            let statements = try rows.map { try $0.decode("statement", as: String.self) }

            // The last look gave up "SELECT 3", which the server learns with the next statement.
            #expect(statements == ["SELECT 1", "SELECT 3", "SELECT 4"])
        }
    }

    @Test func `a statement given up in a failed transaction does not block its end`() async throws
    {
        try await Server.connected(preparedStatementLimit: 1) { db in
            db.begin()
            _ = try db.rows("SELECT 1")
            _ = try? db.rows("SELECT 1 / 0")
            db.rollback()

            let answers = try db.answers()
            #expect(answers)
        }
    }

    @Test func `nothing is prepared when that is switched off`() async throws {
        try await Server.connected(preparedStatementLimit: 0) { db in
            let row = try db.row(
                "SELECT \("x")::text AS x, (SELECT count(*) FROM pg_prepared_statements) AS prepared"
            )

            #expect(try row.decode("x", as: String.self) == "x")
            #expect(try row.decode("prepared", as: Int.self) == 0)
        }
    }

    @Test func `a statement whose table changed is prepared anew`() async throws {
        try await Server.connected { db in
            try db.script("CREATE TEMP TABLE parcel AS SELECT 1 AS id")
            _ = try db.rows("SELECT * FROM parcel")
            try db.script("ALTER TABLE parcel ADD label text")
            let rows = try db.rows("SELECT * FROM parcel")

            #expect(rows.columnNames == ["id", "label"])
        }
    }

    @Test func `inside a transaction the table's change is an error, once`() async throws {
        try await Server.connected { db in
            try db.script("CREATE TEMP TABLE parcel AS SELECT 1 AS id")
            _ = try db.rows("SELECT * FROM parcel")
            try db.script("ALTER TABLE parcel ADD label text")
            db.begin()
            let error = #expect(throws: PostgresError.self) { try db.rows("SELECT * FROM parcel") }
            db.rollback()
            db.begin()
            let rows = try db.rows("SELECT * FROM parcel")
            try db.commit()

            #expect(error?.kind == .server(.featureNotSupported))
            #expect(rows.columnNames == ["id", "label"])
        }
    }

    @Test func `a session that forgot its statements is served all the same`() async throws {
        try await Server.connected { db in
            _ = try db.rows("SELECT 1")
            try db.script("DEALLOCATE ALL")
            let rows = try db.rows("SELECT 1")

            #expect(rows.count == 1)
        }
    }

    @Test func `the same text with other types is another statement`() async throws {
        try await Server.connected { db in
            let queries: [Query] = [
                "SELECT pg_typeof(\(1 as Int16))::text AS kind",
                "SELECT pg_typeof(\(1 as Int32))::text AS kind",
                "SELECT pg_typeof(\(nil as Int16?))::text AS kind",
            ]
            var kinds: [String] = []
            for query in queries {
                kinds.append(try db.row(query).decode("kind"))
            }

            #expect(kinds == ["smallint", "integer", "smallint"])
        }
    }

    @Test func `a cancelled task makes the server stop, and the connection stays usable`()
        async throws
    {
        let connection = try await Server.open()
        let waiting = Task { try await connection.rows("SELECT pg_sleep(60)") }
        try await Task.sleep(for: .milliseconds(100))

        waiting.cancel()
        let error = await #expect(throws: PostgresError.self) { try await waiting.value }

        #expect(error?.kind == .cancelled)
        #expect(try await connection.answers())
        await connection.close()
    }

    @Test func `a task cancelled inside a transaction rolls back`() async throws {
        let connection = try await Server.open()
        try await connection.script("CREATE TEMP TABLE parcel (id int)")
        let waiting = Task { try await connection.insertAndSleep() }
        try await Task.sleep(for: .milliseconds(100))

        waiting.cancel()
        let error = await #expect(throws: PostgresError.self) { try await waiting.value }

        #expect(error?.kind == .cancelled)
        #expect(try await connection.rows("SELECT id FROM parcel").isEmpty)
        #expect(await !connection.isInTransaction)
        await connection.close()
    }

    @Test func `a statement that takes longer than it may is timed out`() async throws {
        try await Server.connected(statementTimeout: .milliseconds(30)) { db in
            let error = #expect(throws: PostgresError.self) { try db.rows("SELECT pg_sleep(5)") }

            let answers = try db.answers()
            #expect(error?.kind == .timedOut)
            #expect(answers)
        }
    }

    @Test func `a connection that the server ends is lost`() async throws {
        let connection = try await Server.open()
        let pid = try await connection.row("SELECT pg_backend_pid() AS pid")
            .decode("pid", as: Int32.self)
        let waiting = Task { try await connection.rows("SELECT pg_sleep(60)") }
        try await Task.sleep(for: .milliseconds(100))

        try await Server.connected { db in
            _ = try db.rows("SELECT pg_terminate_backend(\(pid))")
        }

        let error = await #expect(throws: PostgresError.self) { try await waiting.value }
        let later = await #expect(throws: PostgresError.self) { try await connection.answers() }
        #expect(error?.kind == .connectionLost)
        #expect(error?.sqlState == .adminShutdown)
        #expect(later?.kind == .connectionLost)
        #expect(await !connection.isUsable)
    }

    @Test func `a connection that was ended while it idled is lost at the next call`() async throws
    {
        let connection = try await Server.open()
        let pid = try await connection.row("SELECT pg_backend_pid() AS pid")
            .decode("pid", as: Int32.self)
        try await Server.connected { db in
            _ = try db.rows("SELECT pg_terminate_backend(\(pid))")
        }
        try await Task.sleep(for: .milliseconds(50))

        let error = await #expect(throws: PostgresError.self) { try await connection.answers() }

        #expect(error?.kind == .connectionLost)
    }

    @Test func `a commit whose connection is lost is unknown`() async throws {
        let connection = try await Server.open()
        let error = await #expect(throws: PostgresError.self) {
            try await connection.commitIntoTheVoid()
        }

        #expect(error?.kind == .commitOutcomeUnknown)
        #expect(error?.isTransient == false)
    }

    @Test func `several calls of one connection wait for each other`() async throws {
        let connection = try await Server.open()

        let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 {
                group.addTask { try await connection.answers() }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect(answers == 50)
        await connection.close()
    }

    @Test func `settings reach the session`() async throws {
        let settings = try ConnectionSettings(
            await Server.conninfo(),
            applicationName: "front desk",
            statementTimeout: .seconds(7),
            serverSettings: ["search_path": "\"a b\", public"]
        )
        let connection = try await Connection.open(settings)
        let row = try await connection.row(
            """
            SELECT current_setting('application_name') AS name, current_setting('search_path') AS path,
                   current_setting('statement_timeout') AS timeout
            """
        )

        #expect(try row.decode("name", as: String.self) == "front desk")
        #expect(try row.decode("timeout", as: String.self) == "7s")
        #expect(try row.decode("path", as: String.self) == "\"a b\", public")
        await connection.close()
    }

    @Test func `a script answers with the rows of its last statement`() async throws {
        try await Server.connected { db in
            let rows = try db.script("SELECT 1 AS one; SELECT 2 AS two")
            let error = #expect(throws: PostgresError.self) {
                try db.script("SELECT 1; SELECT 1 / 0")
            }

            let answers = try db.answers()
            #expect(rows.columnNames == ["two"])
            #expect(error?.kind == .server("22012"))
            #expect(answers)
        }
    }
}

extension Connection {
    fileprivate func insertAndSleep() throws(PostgresError) {
        try transaction { db throws(PostgresError) in
            try db.execute("INSERT INTO parcel VALUES (1)")
            try db.execute("SELECT pg_sleep(60)")
        }
    }

    /// Commits a transaction in which this session ends itself at the commit.
    fileprivate func commitIntoTheVoid() throws(PostgresError) {
        try script(
            """
            CREATE FUNCTION pg_temp.leave() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
            CREATE TEMP TABLE parcel (id int);
            CREATE CONSTRAINT TRIGGER leaves AFTER INSERT ON parcel
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION pg_temp.leave();
            """
        )
        begin()
        try execute("INSERT INTO parcel VALUES (1)")
        try commit()
    }
}
