import Postgres
import Testing

@Suite struct `postgres errors` {
    @Test func `a refusal carries the names that the server gave, and no values`() async throws {
        try await Server.connected { db in
            try db.script(
                """
                CREATE TEMP TABLE parcel (
                    id int CONSTRAINT parcel_is_unique_102082 PRIMARY KEY,
                    label text CONSTRAINT parcel_is_labelled NOT NULL)
                """
            )
            let insert: Query = "INSERT INTO parcel (id, label) VALUES (\(4711), \("secret"))"
            try db.execute(insert)
            let error = #expect(throws: PostgresError.self) { try db.execute(insert) }

            #expect(error?.kind == .server(.uniqueViolation))
            #expect(error?.constraintName == "parcel_is_unique")
            #expect(error?.tableName == "parcel")
            #expect(error?.severity == "ERROR")
            #expect(error?.report?.detail?.contains("4711") == true)
            #expect(
                error?.description
                    == "server refused: 23505, constraint parcel_is_unique, table parcel"
            )
            #expect(error?.debugDescription.contains("4711") == true)
        }
    }

    @Test func `a column that may not be null is named`() async throws {
        try await Server.connected { db in
            try db.script("CREATE TEMP TABLE parcel (label text NOT NULL)")
            let error = #expect(throws: PostgresError.self) {
                try db.execute("INSERT INTO parcel VALUES (NULL)")
            }

            #expect(error?.kind == .server(.notNullViolation))
            #expect(error?.columnName == "label")
        }
    }

    @Test func `a value that does not parse stays out of the description`() async throws {
        try await Server.connected { db in
            let error = #expect(throws: PostgresError.self) {
                try db.rows("SELECT \("income 1234")::int")
            }

            #expect(error?.description == "server refused: 22P02")
            #expect(error?.debugDescription.contains("1234") == true)
        }
    }

    @Test func `a statement that does not parse is told with its message`() async throws {
        try await Server.connected { db in
            let error = #expect(throws: PostgresError.self) { try db.rows("SELEKT 1") }

            #expect(error?.kind == .server(.syntaxError))
            #expect(error?.report?.position == 1)
            #expect(
                error?.description == "server refused: 42601, syntax error at or near \"SELEKT\""
            )
        }
    }

    @Test(arguments: [0, 2])
    func `one row means one row`(count: Int) async throws {
        try await Server.connected { db in
            let error = #expect(throws: PostgresError.self) {
                try db.row("SELECT generate_series(1, \(count))")
            }

            #expect(error?.kind == .unexpectedRowCount(count))
        }
    }

    @Test func `at most one row may be none, and not two`() async throws {
        try await Server.connected { db in
            let none = try db.optionalRow("SELECT 1 WHERE false")
            let error = #expect(throws: PostgresError.self) {
                try db.optionalRow("SELECT generate_series(1, 2)")
            }

            #expect(none == nil)
            #expect(error?.kind == .unexpectedRowCount(2))
        }
    }

    @Test(arguments: [
        ("host=/nonexistent dbname=postgres", "no such socket"),
        ("host=127.0.0.1 port=1 dbname=postgres", "nobody listens"),
        ("password='unclosed", "does not parse"),
    ])
    func `a server that cannot be reached is a connection that failed`(
        conninfo: String,
        reason: String
    ) async {
        let error = await #expect(throws: PostgresError.self, "\(reason)") {
            try await Connection.open(ConnectionSettings(conninfo))
        }

        #expect(error?.kind == .connectionFailed)
        #expect(error?.isTransient == true)
        #expect(error?.description.contains("unclosed") == false)
    }

    @Test func `the second of several hosts is tried`() async throws {
        let own = try await Server.conninfo()
        let settings = ConnectionSettings(
            own.withHosts("/nonexistent,"),
            applicationName: "second host"
        )

        let connection = try await Connection.open(settings)

        #expect(try await connection.answers())
        await connection.close()
    }

    @Test func `notices are kept and not printed`() async throws {
        try await Server.connected { db in
            try db.script("DO $$ BEGIN RAISE NOTICE 'one'; RAISE WARNING 'two'; END $$")
            let notices = db.notices.map { [$0.severity, $0.message] }

            #expect(notices == [["NOTICE", "one"], ["WARNING", "two"]])
        }
    }

    @Test func `a flood of notices keeps the last hundred`() async throws {
        try await Server.connected { db in
            try db.script(
                "DO $$ BEGIN FOR i IN 1..1000 LOOP RAISE NOTICE '%', i; END LOOP; END $$"
            )
            let messages = db.notices.map(\.message)

            #expect(messages == (901...1000).map { "\($0)" })
        }
    }
}

extension String {
    /// This connection string with more hosts before its own.
    fileprivate func withHosts(_ hosts: String) -> String {
        split(separator: " ")
            .map { word in
                guard word.hasPrefix("host=") else { return String(word) }
                return "host='\(hosts)\(word.dropFirst(5).filter { $0 != "'" })'"
            }
            .joined(separator: " ")
    }
}
