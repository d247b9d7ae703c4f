/// Statements that need nothing from each other's answers, and what their rows mean.
///
/// Asked one after another on a leased connection or in one round trip on a shared one, they say the same.
///
/// ```swift
/// let sheet = Reading("SELECT name FROM parcel WHERE id = \(id)") { rows in try rows.first?.decode("name", as: String.self) }
/// let both = Reading(together: sheet, history)
/// ```
public struct Reading<Value: Sendable>: Sendable {
    let queries: [Query]
    /// Takes its own results off the front.
    private let read: @Sendable (inout ArraySlice<Rows>) throws(PostgresError) -> Value

    private init(
        _ queries: [Query],
        _ read: @escaping @Sendable (inout ArraySlice<Rows>) throws(PostgresError) -> Value
    ) {
        self.queries = queries
        self.read = read
    }

    /// What one statement has to say.
    public init(
        _ query: Query,
        _ read: @escaping @Sendable (Rows) throws(PostgresError) -> Value
    ) {
        self.init([query]) { (results: inout ArraySlice<Rows>) throws(PostgresError) -> Value in
            guard let rows = results.popFirst() else {
                throw PostgresError(.misuse, "a reading wants a result for each of its statements")
            }
            return try read(rows)
        }
    }

    /// What each part has to say, in their order.
    public init<each Part: Sendable>(together part: repeat Reading<each Part>)
    where Value == (repeat each Part) {
        var queries: [Query] = []
        for some in repeat (each part).queries { queries += some }
        self.init(queries) {
            (results: inout ArraySlice<Rows>) throws(PostgresError) -> (repeat each Part) in
            (repeat try (each part).read(&results))
        }
    }

    /// The same statements, understood further.
    public func map<Mapped: Sendable>(
        _ transform: @escaping @Sendable (Value) throws(PostgresError) -> Mapped
    ) -> Reading<Mapped> {
        Reading<Mapped>(queries) {
            [read] (results: inout ArraySlice<Rows>) throws(PostgresError) -> Mapped in
            try transform(try read(&results))
        }
    }

    /// What these results, one a statement, mean.
    func value(of results: [Rows]) throws(PostgresError) -> Value {
        var rest = results[...]
        return try read(&rest)
    }
}

extension Reading {
    /// A value of each row.
    public static func list<Element>(
        _ query: Query,
        _ read: @escaping @Sendable (Row) throws(PostgresError) -> Element
    ) -> Reading where Value == [Element] {
        Reading(query) { (rows) throws(PostgresError) -> [Element] in
            var list: [Element] = []
            list.reserveCapacity(rows.count)
            for row in rows { list.append(try read(row)) }
            return list
        }
    }

    /// A value of the only row; nil when there is none.
    public static func optional<Wrapped>(
        _ query: Query,
        _ read: @escaping @Sendable (Row) throws(PostgresError) -> Wrapped
    ) -> Reading where Value == Wrapped? {
        Reading(query) { (rows) throws(PostgresError) -> Wrapped? in
            guard rows.count <= 1 else {
                throw PostgresError(
                    .unexpectedRowCount(rows.count),
                    "at most one row was expected"
                )
            }
            guard let row = rows.first else { return nil }
            return try read(row)
        }
    }
}

extension Connection {
    /// What a reading's statements have to say, asked one after another.
    ///
    /// - Throws: as `rows`; what the reading itself throws.
    public func answer<Value>(_ reading: Reading<Value>) throws(PostgresError) -> Value {
        var results: [Rows] = []
        for query in reading.queries { results.append(try rows(query)) }
        return try reading.value(of: results)
    }
}
