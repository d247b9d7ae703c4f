import Postgres
import Testing

@Suite struct `copy` {
    private static let table = """
        CREATE TEMP TABLE parcel (
            id bigint, small smallint, medium int, fragile boolean, label text, seal bytea, sent date,
            received timestamptz, weight float8)
        """

    @Test func `typed rows arrive as they were appended`() async throws {
        let instant = Timestamp(microseconds: 1_795_379_818_250_001)
        try await Server.connected { db in
            try db.script(Self.table)
            let stored = try db.copyIn("COPY parcel FROM STDIN (FORMAT binary)") {
                writer throws(PostgresError) in
                var rows = BinaryCopyEncoder(columns: 9)
                rows.beginRow()
                rows.append(99 as Int64)
                rows.beginRow()
                rows.append(1 as Int64)
                rows.append(-2 as Int16)
                rows.append(3 as Int32)
                rows.append(true)
                rows.append(text: "žluť\n\"")
                [0, 255].withUnsafeBytes { rows.append(bytes: $0) }
                rows.append(date: 20_779)
                rows.append(instant)
                rows.append(0.25)
                try rows.endRow(into: &writer)
                rows.beginRow()
                for _ in 0..<9 {
                    rows.appendNull()
                }
                try rows.endRow(into: &writer)
                try rows.finish(into: &writer)
            }

            let rows = try db.rows("SELECT * FROM parcel ORDER BY id")
            #expect(stored == 2)
            #expect(try rows[0].decode("id", as: Int64.self) == 1)
            #expect(try rows[0].decode("small", as: Int16.self) == -2)
            #expect(try rows[0].decode("medium", as: Int32.self) == 3)
            #expect(try rows[0].decode("fragile", as: Bool.self))
            #expect(try rows[0].decode("label", as: String.self) == "žluť\n\"")
            #expect(try rows[0].decode("sent", as: String.self) == "2026-11-22")
            #expect(try rows[0].decode("received", as: Timestamp.self) == instant)
            #expect(try rows[0].decode("weight", as: Double.self) == 0.25)
            for name in rows.columnNames {
                #expect(try rows[1].decode(name, as: String?.self) == nil)
            }
        }
    }

    @Test func `a million bytes cross in many chunks, in order`() async throws {
        try await Server.connected { db in
            try db.script("CREATE TEMP TABLE parcel (id bigint, label text)")
            try db.copyIn("COPY parcel FROM STDIN (FORMAT binary)") {
                writer throws(PostgresError) in
                var rows = BinaryCopyEncoder(columns: 2)
                for id in 0..<Int64(100_000) {
                    rows.beginRow()
                    rows.append(id)
                    rows.append(text: "parcel \(id)")
                    try rows.endRow(into: &writer)
                }
                try rows.finish(into: &writer)
            }

            let row = try db.row(
                """
                SELECT count(*) AS count, sum(id) AS sum,
                       count(*) FILTER (WHERE label = 'parcel ' || id) AS matching
                FROM parcel
                """
            )
            #expect(try row.decode("count", as: Int.self) == 100_000)
            #expect(try row.decode("sum", as: Int.self) == 4_999_950_000)
            #expect(try row.decode("matching", as: Int.self) == 100_000)
        }
    }

    @Test func `an error in the body stores nothing and leaves the connection usable`() async throws
    {
        try await Server.connected { db in
            try db.script("CREATE TEMP TABLE parcel (id bigint)")
            let error = #expect(throws: Refusal.self) {
                try db.copyIn("COPY parcel FROM STDIN") { writer throws(Refusal) in
                    try Refusal.of { () throws(PostgresError) in try writer.write("1\n2\n") }
                    throw .unwanted
                }
            }

            #expect(error == .unwanted)
            #expect(try db.rows("SELECT id FROM parcel").isEmpty)
        }
    }

    @Test func `rows that the server refuses end the copy early`() async throws {
        try await Server.connected { db in
            try db.script(
                "CREATE TEMP TABLE parcel (id bigint CONSTRAINT parcel_is_named CHECK (id > 0))"
            )
            var written = 0
            let error = #expect(throws: PostgresError.self) {
                try db.copyIn("COPY parcel FROM STDIN") { writer throws(PostgresError) in
                    while written < 1_000_000_000 {
                        try writer.write("-1\n")
                        written += 3
                    }
                }
            }

            let answers = try db.answers()
            #expect(error?.kind == .server(.checkViolation))
            #expect(error?.constraintName == "parcel_is_named")
            #expect(written < 100_000_000)
            #expect(answers)
        }
    }

    @Test func `a copy inside a lazily begun transaction belongs to it`() async throws {
        try await Server.connected { db in
            try db.script("CREATE TEMP TABLE parcel (id bigint)")
            db.begin()
            let stored = try db.copyIn("COPY parcel FROM STDIN") { writer throws(PostgresError) in
                try writer.write("1\n2\n3\n")
            }
            db.rollback()

            #expect(stored == 3)
            #expect(try db.rows("SELECT id FROM parcel").isEmpty)
        }
    }

    @Test func `rows stream out`() async throws {
        try await Server.connected { db in
            var bytes: [UInt8] = []
            let count = try db.copyOut("COPY (SELECT generate_series(1, 3)) TO STDOUT") {
                chunk throws(PostgresError) in
                bytes.append(contentsOf: chunk)
            }

            #expect(count == 3)
            #expect(String(decoding: bytes, as: UTF8.self) == "1\n2\n3\n")
        }
    }

    @Test func `a reader that has enough leaves the connection usable`() async throws {
        try await Server.connected { db in
            var seen = 0
            let error = #expect(throws: Refusal.self) {
                try db.copyOut("COPY (SELECT generate_series(1, 100000000)) TO STDOUT") {
                    _ throws(Refusal) in
                    seen += 1
                    if seen == 10 {
                        throw .unwanted
                    }
                }
            }

            let answers = try db.answers()
            #expect(error == .unwanted)
            #expect(seen == 10)
            #expect(answers)
        }
    }

    @Test func `a statement that is no copy is refused`() async throws {
        try await Server.connected { db in
            let error = #expect(throws: PostgresError.self) {
                try db.copyIn("SELECT 1") { _ throws(PostgresError) in }
            }

            let answers = try db.answers()
            #expect(error?.kind == .misuse)
            #expect(answers)
        }
    }

    @Test func `a copy among ordinary statements is refused`() async throws {
        try await Server.connected { db in
            let error = #expect(throws: PostgresError.self) {
                try db.rows("COPY (SELECT 1) TO STDOUT")
            }

            #expect(error?.kind == .misuse)
        }
    }
}
