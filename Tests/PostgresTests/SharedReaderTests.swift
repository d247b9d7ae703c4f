import Postgres
import Testing

@Suite struct `shared reader` {
    private static func reader(
        limit: Int = 4096,
        patience: Duration = .milliseconds(50)
    ) async throws -> SharedReader {
        SharedReader(
            try await ConnectionSettings(Server.conninfo()),
            limit: limit,
            patience: patience
        )
    }

    @Test func `each of many askers gets the answer to its own question`() async throws {
        let reader = try await Self.reader(patience: .seconds(5))

        let mismatches = try await withThrowingTaskGroup(of: Int.self) { group in
            for asker in 0..<32 {
                group.addTask {
                    var mismatches = 0
                    for question in 0..<200 {
                        let asked = asker * 1000 + question
                        let row = try await reader.optionalRow(
                            "SELECT \(asked) AS answer, current_setting('pgt.who') AS who",
                            prologue: ["SELECT set_config('pgt.who', \("\(asker)"), true)"]
                        )
                        let answer = try row?.decode("answer", as: Int.self)
                        let who = try row?.decode("who", as: String.self)
                        mismatches += answer == asked && who == "\(asker)" ? 0 : 1
                    }
                    return mismatches
                }
            }
            return try await group.reduce(0, +)
        }

        #expect(mismatches == 0)
    }

    @Test func `a reading of several statements is answered whole, from one snapshot`() async throws
    {
        let reader = try await Self.reader(patience: .seconds(5))
        let one = Reading<Int?>.optional("SELECT 1 AS n WHERE \(true)") {
            (row) throws(PostgresError) in
            try row.decode("n")
        }
        let many = Reading<[String]>.list(
            "SELECT 'x' || n AS word FROM generate_series(1, \(3)) AS n"
        ) {
            (row) throws(PostgresError) in try row.decode("word")
        }
        let context = Reading<String?>.optional("SELECT current_setting('pgt.who') AS who") {
            (row) throws(PostgresError) in try row.decode("who")
        }
        let isolation = Reading<[String]>.list("SHOW transaction_isolation") {
            (row) throws(PostgresError) in try row.decode("transaction_isolation")
        }

        let (n, (words, who), level) = try await reader.answer(
            Reading(together: one, Reading(together: many, context), isolation),
            prologue: ["SELECT set_config('pgt.who', 'me', true)"]
        )

        #expect(n == 1)
        #expect(words == ["x1", "x2", "x3"])
        #expect(who == "me")
        #expect(level == ["repeatable read"])
    }

    @Test func `a reading that fails half-way answers nothing, and the next asker is answered`()
        async throws
    {
        let reader = try await Self.reader(patience: .seconds(5))
        let good = Reading<[Int]>.list("SELECT 7 AS n") { (row) throws(PostgresError) in
            try row.decode("n")
        }
        let bad = Reading<[Int]>.list("SELECT 1 / \(0) AS n") { (row) throws(PostgresError) in
            try row.decode("n")
        }

        let error = await #expect(throws: PostgresError.self) {
            _ = try await reader.answer(Reading(together: good, bad, good))
        }
        let after = try await reader.answer(Reading(together: good, good))

        #expect(error?.sqlState == SQLState(rawValue: "22012"))
        #expect(after.0 == [7] && after.1 == [7])
    }

    @Test func `the same reading says the same on a leased connection`() async throws {
        let reading = Reading(
            together: Reading<[Int]>.list("SELECT n FROM generate_series(1, \(2)) AS n") {
                (row) throws(PostgresError) in try row.decode("n")
            },
            Reading<String?>.optional("SELECT 'a' AS a WHERE \(false)") {
                (row) throws(PostgresError) in try row.decode("a")
            }
        )
        .map { (found) throws(PostgresError) in "\(found.0) \(found.1 ?? "none")" }

        let leased = try await Server.connected { db in try db.answer(reading) }
        let shared = try await Self.reader(patience: .seconds(5)).answer(reading)

        #expect(leased == "[1, 2] none")
        #expect(shared == leased)
    }

    @Test func `an error in one question touches no other, and leaves no context behind`()
        async throws
    {
        let reader = try await Self.reader(patience: .seconds(5))

        let failures = await withTaskGroup(of: Bool.self) { group in
            for asker in 0..<100 {
                group.addTask {
                    let divisor = asker % 2
                    do {
                        let row = try await reader.optionalRow(
                            "SELECT 1 / \(divisor) AS answer",
                            prologue: ["SELECT set_config('pgt.who', 'me', true)"]
                        )
                        return try row?.decode("answer", as: Int.self) != 1
                    } catch {
                        return true
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        let row = try await reader.optionalRow("SELECT current_setting('pgt.who', true) AS who")

        #expect(failures == 50)
        #expect(try row?.decode("who", as: String?.self) ?? "" == "")
    }

    @Test func `a statement that does not parse fails each time, for each asker`() async throws {
        let reader = try await Self.reader(patience: .seconds(5))

        let states = await withTaskGroup(of: SQLState?.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do throws(PostgresError) {
                        _ = try await reader.rows("SELECT nonsense FROM nowhere")
                        return nil
                    } catch {
                        return error.sqlState
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(states == Array(repeating: .undefinedTable, count: 20))
    }

    @Test func `nothing can be written`() async throws {
        let reader = try await Self.reader()

        let error = await #expect(throws: PostgresError.self) {
            try await reader.rows("CREATE TABLE pgt_never (id int)")
        }

        #expect(error?.kind == .server(.readOnlyTransaction))
    }

    @Test func `a slow question is asked again where it holds nobody up`() async throws {
        let reader = try await Self.reader(patience: .milliseconds(20))
        let slow = Task {
            let row = try await reader.optionalRow("SELECT pg_sleep(4)::text, 'slow' AS answer")
            return (try row?.decode("answer", as: String.self), ContinuousClock.now)
        }
        try await Task.sleep(for: .milliseconds(5))
        for number in 0..<50 {
            let row = try await reader.optionalRow("SELECT \(number) AS answer")
            #expect(try row?.decode("answer", as: Int.self) == number)
        }
        let quickEnd = ContinuousClock.now
        let (answer, slowEnd) = try await slow.value

        #expect(answer == "slow")
        #expect(quickEnd < slowEnd)
    }

    @Test func `a cancelled asker leaves at once, and the others get their answers`() async throws {
        let reader = try await Self.reader(patience: .seconds(30))
        let clock = ContinuousClock()
        let start = clock.now
        let impatient = Task { try await reader.rows("SELECT pg_sleep(4)") }
        try await Task.sleep(for: .milliseconds(50))
        async let other = reader.optionalRow("SELECT 7 AS answer")

        impatient.cancel()
        let error = await #expect(throws: PostgresError.self) { try await impatient.value }
        let left = start.duration(to: clock.now)

        #expect(error?.kind == .cancelled)
        #expect(left < .seconds(3))
        #expect(try await other?.decode("answer", as: Int.self) == 7)
    }

    @Test func `more questions than the limit are refused`() async throws {
        let reader = try await Self.reader(limit: 4, patience: .seconds(5))

        let kinds = await withTaskGroup(of: PostgresError.Kind?.self) { group in
            for _ in 0..<10 {
                group.addTask {
                    do throws(PostgresError) {
                        _ = try await reader.rows("SELECT pg_sleep(0.05)")
                        return nil
                    } catch {
                        return error.kind
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }

        #expect(kinds.count { $0 == .overloaded } >= 1)
        #expect(kinds.count { $0 == nil } >= 4)
        #expect(kinds.allSatisfy { $0 == nil || $0 == .overloaded })
    }

    @Test
    func `a connection lost in the middle is told to those under way, and the next ask works`()
        async throws
    {
        let reader = try await Self.reader(patience: .seconds(5))
        let row = try await reader.optionalRow("SELECT pg_backend_pid() AS pid")
        let pid = try #require(try row?.decode("pid", as: Int32.self))
        let first = Task { try await reader.rows("SELECT pg_sleep(5)") }
        let second = Task { try await reader.rows("SELECT 1") }
        try await Task.sleep(for: .milliseconds(50))

        try await Server.connected { db in
            _ = try db.rows("SELECT pg_terminate_backend(\(pid))")
        }

        let lost = await #expect(throws: PostgresError.self) { try await first.value }
        let behind = await #expect(throws: PostgresError.self) { try await second.value }
        let next = try await reader.optionalRow("SELECT pg_backend_pid() AS pid")
        #expect(lost?.kind == .connectionLost)
        #expect(lost?.sqlState == .adminShutdown)
        #expect(behind?.kind == .connectionLost)
        #expect(try next?.decode("pid", as: Int32.self) != pid)
    }

    @Test func `answers larger than every buffer arrive whole while others wait`() async throws {
        let reader = try await Self.reader(patience: .seconds(10))
        let large = String(repeating: "0123456789", count: 500_000)

        let lengths = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let row = try await reader.optionalRow("SELECT \(large)::text AS text")
                    return try row?.decode("text", as: String.self).utf8.count ?? 0
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(lengths == Array(repeating: 5_000_000, count: 8))
    }

    @Test func `a server that cannot be reached is reported, not waited for`() async throws {
        let reader = SharedReader(ConnectionSettings("host=/nonexistent dbname=postgres"))

        for _ in 0..<3 {
            let error = await #expect(throws: PostgresError.self) {
                try await reader.rows("SELECT 1")
            }
            #expect(error?.kind == .connectionFailed)
        }
    }

    @Test func `a statement whose table changed is prepared anew`() async throws {
        let reader = try await Self.reader(patience: .seconds(5))
        try await Server.withDatabase("pgt_reader_change") { settings in
            let reader = SharedReader(settings, patience: .seconds(5))
            let owner = try await Connection.open(settings)
            try await owner.script("CREATE TABLE parcel AS SELECT 1 AS id")
            _ = try await reader.rows("SELECT * FROM parcel")
            try await owner.script("ALTER TABLE parcel ADD label text")

            let rows = try await reader.rows("SELECT * FROM parcel")

            #expect(rows.columnNames == ["id", "label"])
            reader.close()
            await owner.close()
        }
        reader.close()
        let error = await #expect(throws: PostgresError.self) { try await reader.rows("SELECT 1") }
        #expect(error?.kind == .connectionLost)
    }

    @Test func `it works without prepared statements`() async throws {
        let settings = try await ConnectionSettings(Server.conninfo(), preparedStatementLimit: 0)
        let reader = SharedReader(settings, patience: .seconds(5))

        let row = try await reader.optionalRow(
            "SELECT \(1) AS answer, (SELECT count(*) FROM pg_prepared_statements) AS prepared"
        )

        #expect(try row?.decode("answer", as: Int.self) == 1)
        #expect(try row?.decode("prepared", as: Int.self) == 0)
    }
}
