import Postgres
import Testing

@Suite struct `transactions` {
    @Test func `beginning and its prologue travel with the first statement`() async throws {
        try await Server.connected { db in
            db.begin(prologue: ["SELECT set_config('pgt.who', \("amina"), true)"])
            #expect(db.roundTrips == 0)

            let row = try db.row("SELECT current_setting('pgt.who') AS who")
            #expect(db.roundTrips == 1)
            #expect(try row.decode("who", as: String.self) == "amina")

            try db.commit()
            #expect(db.roundTrips == 2)
            let after = try db.row("SELECT current_setting('pgt.who') AS who")
            #expect(try after.decode("who", as: String.self) == "")
        }
    }

    @Test func `a transaction without a statement costs nothing`() async throws {
        try await Server.connected { db in
            try db.transaction(.serializable) { _ throws(PostgresError) in }
            db.begin()
            db.rollback()

            #expect(db.roundTrips == 0)
            let isInTransaction = db.isInTransaction
            #expect(!isInTransaction)
        }
    }

    @Test func `an error in the body undoes everything`() async throws {
        try await Server.connected { db in
            try db.script("CREATE TEMP TABLE parcel (id int)")

            let error = #expect(throws: Refusal.self) {
                try db.transaction { db throws(Refusal) in
                    _ = try Refusal.of { () throws(PostgresError) in
                        try db.execute("INSERT INTO parcel VALUES (1)")
                    }
                    throw .unwanted
                }
            }

            #expect(error == .unwanted)
            #expect(try db.rows("SELECT id FROM parcel").isEmpty)
        }
    }

    @Test func `an error of the server reaches the caller in the caller's own type`() async throws {
        try await Server.connected { db in
            let error = #expect(throws: Refusal.self) {
                try db.transaction { db throws(Refusal) in
                    try Refusal.of { () throws(PostgresError) in try db.rows("SELECT 1 / 0") }
                }
            }

            #expect(error == .server("22012"))
            let isInTransaction = db.isInTransaction
            #expect(!isInTransaction)
            let answers = try db.answers()
            #expect(answers)
        }
    }

    @Test func `an error in the prologue refuses the statement`() async throws {
        try await Server.connected { db in
            db.begin(prologue: ["SELECT 1 / 0"])
            let error = #expect(throws: PostgresError.self) { try db.rows("SELECT 1") }
            db.rollback()

            #expect(error?.kind == .server("22012"))
            let answers = try db.answers()
            #expect(answers)
        }
    }

    @Test(arguments: TransactionMode.allCases)
    func `each mode is what it says`(mode: TransactionMode) async throws {
        let expected: [TransactionMode: [String]] = [
            .readWrite: ["read committed", "off"], .readOnly: ["read committed", "on"],
            .snapshot: ["repeatable read", "on"], .serializable: ["serializable", "off"],
        ]
        try await Server.connected { db in
            let row = try db.transaction(mode) { db throws(PostgresError) in
                try db.row(
                    """
                    SELECT current_setting('transaction_isolation') AS isolation,
                           current_setting('transaction_read_only') AS read_only
                    """
                )
            }

            let found = try [
                row.decode("isolation", as: String.self), row.decode("read_only", as: String.self),
            ]
            #expect(found == expected[mode])
        }
    }

    @Test func `a failed transaction cannot be committed`() async throws {
        try await Server.connected { db in
            db.begin()
            _ = try? db.rows("SELECT 1 / 0")
            let error = #expect(throws: PostgresError.self) { try db.commit() }

            #expect(error?.kind == .server(.inFailedTransaction))
            let isInTransaction = db.isInTransaction
            #expect(!isInTransaction)
        }
    }

    @Test func `what a deferred constraint reports at commit is thrown`() async throws {
        try await Server.connected { db in
            try db.script(
                """
                CREATE TEMP TABLE parcel (
                    id int CONSTRAINT parcel_is_alone UNIQUE DEFERRABLE INITIALLY DEFERRED)
                """
            )
            db.begin()
            try db.execute("INSERT INTO parcel VALUES (1), (1)")
            let error = #expect(throws: PostgresError.self) { try db.commit() }

            #expect(error?.kind == .server(.uniqueViolation))
            #expect(error?.constraintName == "parcel_is_alone")
            #expect(try db.rows("SELECT id FROM parcel").isEmpty)
        }
    }

    @Test func `savepoints undo their own part only and cost no round trip`() async throws {
        try await Server.connected { db in
            try db.script("CREATE TEMP TABLE parcel (id int)")
            let before = db.roundTrips

            db.begin()
            try db.execute("INSERT INTO parcel VALUES (1)")
            try db.savepoint { db throws(PostgresError) in
                try db.execute("INSERT INTO parcel VALUES (2)")
            }
            try? db.savepoint { db throws(Refusal) in
                try Refusal.of { () throws(PostgresError) in
                    try db.execute("INSERT INTO parcel VALUES (3)")
                    try db.savepoint { db throws(PostgresError) in
                        try db.execute("INSERT INTO parcel VALUES (4)")
                    }
                }
                throw .unwanted
            }
            try? db.savepoint { db throws(PostgresError) in
                _ = try db.rows("SELECT 1 / 0")
            }
            try db.savepoint { _ throws(PostgresError) in }
            try db.commit()

            // Four inserts, one division, two undone savepoints, the commit.
            #expect(db.roundTrips - before == 8)
            let ids = try db.rows("SELECT id FROM parcel ORDER BY id").map {
                try $0.decode("id", as: Int.self)
            }
            #expect(ids == [1, 2])
        }
    }
}

/// An error type of a program that uses the library.
enum Refusal: Error, Equatable {
    case unwanted
    case server(SQLState)
    case other

    static func of<R>(_ body: () throws(PostgresError) -> R) throws(Refusal) -> R {
        do {
            return try body()
        } catch {
            throw .postgres(error)
        }
    }
}

extension Refusal: ExpressibleByPostgresError {
    static func postgres(_ error: PostgresError) -> Refusal {
        if case .server(let state) = error.kind {
            return .server(state)
        }
        return .other
    }
}
