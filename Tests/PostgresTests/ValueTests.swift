import Postgres
import Testing

@Suite struct `values` {
    @Test func `a value becomes a numbered parameter`() {
        let owner = "O'Hara"

        let query: Query = "SELECT \(owner), \(7)"

        #expect(query.sql == "SELECT $1, $2")
    }

    @Test func `every type survives the way to the server and back`() async throws {
        let instant = Timestamp(microseconds: 1_795_379_818_250_001)
        try await Server.connected { db in
            let row = try db.row(
                """
                SELECT \(true) AS yes, \(Int16.min) AS small, \(Int32.max) AS medium, \(Int64.min) AS large,
                       \(42) AS whole, \(0.1) AS fraction, \("žluťoučký")::text AS words,
                       \([0, 1, 255] as [UInt8]) AS bytes, \(instant) AS instant,
                       \(nil as Int64?) AS nothing, \(5 as Int64?) AS something, \("")::text AS empty,
                       \([] as [UInt8]) AS no_bytes
                """
            )

            #expect(try row.decode("yes", as: Bool.self))
            #expect(try row.decode("small", as: Int16.self) == .min)
            #expect(try row.decode("medium", as: Int32.self) == .max)
            #expect(try row.decode("large", as: Int64.self) == .min)
            #expect(try row.decode("whole", as: Int.self) == 42)
            #expect(try row.decode("fraction", as: Double.self) == 0.1)
            #expect(try row.decode("words", as: String.self) == "žluťoučký")
            #expect(try row.decode("bytes", as: [UInt8].self) == [0, 1, 255])
            #expect(try row.decode("instant", as: Timestamp.self) == instant)
            #expect(try row.decode("nothing", as: Int64?.self) == nil)
            #expect(try row.decode("something", as: Int64?.self) == 5)
            #expect(try row.decode("empty", as: String.self) == "")
            #expect(try row.decode("no_bytes", as: [UInt8].self) == [])
        }
    }

    @Test func `arrays survive the way to the server and back`() async throws {
        let words = ["plain", "", "NULL", "comma, brace } quote \" backslash \\", "ž"]
        try await Server.connected { db in
            let row = try db.row(
                """
                SELECT \([1, -2, 3] as [Int64]) AS numbers, \(words)::text[] AS words,
                       \(["a", nil] as [String?])::text[] AS gaps, \([true, false]) AS flags,
                       \([[1, 2], []] as [[UInt8]]) AS blobs, \([nil, 7] as [Int32?]) AS some,
                       \([] as [Int64]) AS none, \([0.5, -1]) AS fractions,
                       \([Timestamp.infinity]) AS instants
                """
            )

            #expect(try row.decode("numbers", as: [Int64].self) == [1, -2, 3])
            #expect(try row.decode("words", as: [String].self) == words)
            #expect(try row.decode("gaps", as: [String?].self) == ["a", nil])
            #expect(try row.decode("flags", as: [Bool].self) == [true, false])
            #expect(try row.decode("blobs", as: [[UInt8]].self) == [[1, 2], []])
            #expect(try row.decode("some", as: [Int32?].self) == [nil, 7])
            #expect(try row.decode("none", as: [Int64].self) == [])
            #expect(try row.decode("fractions", as: [Double].self) == [0.5, -1])
            #expect(try row.decode("instants", as: [Timestamp].self) == [.infinity])
        }
    }

    @Test func `a hundred thousand elements are one parameter`() async throws {
        let numbers = (0..<100_000).map { Int64($0) }
        let words = numbers.map { "serial \($0)" }
        try await Server.connected { db in
            let row = try db.row(
                """
                SELECT (SELECT sum(n) FROM unnest(\(numbers)) AS n) AS total,
                       (SELECT count(DISTINCT w) FROM unnest(\(words)::text[]) AS w) AS words
                """
            )

            #expect(try row.decode("total", as: Int64.self) == 4_999_950_000)
            #expect(try row.decode("words", as: Int.self) == 100_000)
        }
    }

    @Test func `a string serves a date, an enum, a jsonb and a uuid`() async throws {
        try await Server.connected { db in
            try db.script("CREATE TYPE pg_temp.colour AS ENUM ('red', 'green')")
            let row = try db.row(
                """
                SELECT DATE '2026-11-22' = \("2026-11-22") AS day,
                       'red'::pg_temp.colour = \("red") AS colour,
                       '{"a": 1}'::jsonb = \("{\"a\":1}") AS document,
                       '2026-11-22'::date = ANY(\(["2026-11-22"])) AS among
                """
            )

            #expect(try row.decode("day", as: Bool.self))
            #expect(try row.decode("colour", as: Bool.self))
            #expect(try row.decode("document", as: Bool.self))
            #expect(try row.decode("among", as: Bool.self))
        }
    }

    @Test(arguments: [
        ("1970-01-01 00:00:00+00", 0 as Int64),
        ("2000-02-29 23:59:59.999999+00", 951_868_799_999_999),
        ("1969-12-31 23:59:59.5-03:30", 12_599_500_000),
        ("0044-03-15 12:00:00+00 BC", -63_517_780_800_000_000),
    ])
    func `an instant is read whatever its zone and era`(text: String, expected: Int64) async throws
    {
        try await Server.connected { db in
            let row = try db.row("SELECT \(text)::timestamptz AS instant")

            #expect(try row.decode("instant", as: Timestamp.self).microseconds == expected)
            let written = try db.row(
                "SELECT \(Timestamp(microseconds: expected)) = \(text)::timestamptz AS same"
            )
            #expect(try written.decode("same", as: Bool.self))
        }
    }

    @Test func `the zone of the session does not matter`() async throws {
        try await Server.connected { db in
            for zone: Query in [
                "SET timezone = 'America/St_Johns'", "SET timezone = 'Asia/Kathmandu'",
            ] {
                try db.execute(zone)
                let row = try db.row("SELECT '2026-11-22 12:00+00'::timestamptz AS instant")

                let instant = try row.decode("instant", as: Timestamp.self)
                #expect(instant.microseconds == 1_795_348_800_000_000)
            }
        }
    }

    @Test func `text with a zero byte is refused before it is sent`() async throws {
        try await Server.connected { db in
            let error = #expect(throws: PostgresError.self) {
                try db.rows("SELECT \(1), \("a\0b")")
            }

            #expect(error?.kind == .encoding(parameter: 2))
            #expect(db.roundTrips == 0)
            let answers = try db.answers()
            #expect(answers)
        }
    }

    @Test func `a column that is missing, null or of another type is named`() async throws {
        try await Server.connected { db in
            let row = try db.row("SELECT NULL::text AS label, 'x' AS letter, 70000 AS large")

            let missing = #expect(throws: PostgresError.self) {
                try row.decode("lable", as: Int.self)
            }
            let null = #expect(throws: PostgresError.self) {
                try row.decode("label", as: String.self)
            }
            let other = #expect(throws: PostgresError.self) {
                try row.decode("letter", as: Int.self)
            }
            let large = #expect(throws: PostgresError.self) {
                try row.decode("large", as: Int16.self)
            }

            #expect(missing?.description == "the result has no column lable")
            #expect(null?.description == "column label is null, String expected")
            #expect(other?.description == "column letter of type 25 does not decode as Int")
            #expect(large?.description == "column large of type 23 does not decode as Int16")
        }
    }

    @Test func `fifty megabytes go and come`() async throws {
        let large = String(repeating: "0123456789", count: 5_000_000)
        try await Server.connected { db in
            let row = try db.row("SELECT \(large)::text AS large, length(\(large)) AS length")

            #expect(try row.decode("length", as: Int.self) == 50_000_000)
            #expect(try row.decode("large", as: String.self) == large)
        }
    }

    @Test func `the server's limit of one gigabyte leaves the connection usable`() async throws {
        try await Server.connected { db in
            let error = #expect(throws: PostgresError.self) {
                try db.rows("SELECT repeat('x', 1100000000) AS large")
            }

            #expect(error?.sqlState != nil)
            let answers = try db.answers()
            #expect(answers)
        }
    }

    @Test func `a field is lent without a copy`() async throws {
        try await Server.connected { db in
            let row = try db.row("SELECT 12.50 AS price, NULL AS nothing")

            let price = row.withField(at: 0) { $0.bytes.map(Array.init) }
            let isNull = row.withField(at: 1) { $0.isNull }

            #expect(price == Array("12.50".utf8))
            #expect(isNull)
        }
    }
}
