import CLibPQ

/// One row of a result.
public struct Row: Sendable {
    let result: ResultHandle
    let columns: Columns
    let index: Int32

    /// The value of a column, found by its name.
    ///
    /// - Throws: `.decoding`, naming the column and both types, when there is no such column, when it is null and
    ///   `type` is not optional, or when `type` cannot hold it.
    public func decode<Value: PostgresDecodable>(
        _ column: String,
        as type: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        guard let position = columns.names.firstIndex(of: column) else {
            throw mismatch(column, Value.self, .noSuchColumn)
        }
        return try decode(at: position, as: type)
    }

    /// The value of a column, found by the place that `Rows.column(_:)` gave.
    public func decode<Value: PostgresDecodable>(
        at position: Int,
        as type: Value.Type = Value.self
    ) throws(PostgresError) -> Value {
        let field = field(at: position)
        guard let value = Value.decode(field) else {
            let found: DecodingMismatch.Found = field.isNull ? .null : .value(of: field.type)
            throw mismatch(columns.names[position], Value.self, found)
        }
        return value
    }

    /// Lends a field as the server sent it, without copying it.
    ///
    /// The bytes are valid inside `body` only.
    public func withField<Answer, E: Error>(
        at position: Int,
        _ body: (Field) throws(E) -> Answer
    ) throws(E) -> Answer {
        try body(field(at: position))
    }

    /// Valid as long as `result` is held.
    private func field(at position: Int) -> Field {
        precondition(columns.names.indices.contains(position), "the row has no column \(position)")
        let column = Int32(position)
        let type = OID(rawValue: PQftype(result.pointer, column))
        guard PQgetisnull(result.pointer, index, column) == 0 else {
            return Field(type: type, bytes: nil)
        }
        let bytes = UnsafeRawBufferPointer(
            start: PQgetvalue(result.pointer, index, column),
            count: Int(PQgetlength(result.pointer, index, column))
        )
        return Field(type: type, bytes: bytes)
    }

    private func mismatch<Value>(
        _ column: String,
        _ type: Value.Type,
        _ found: DecodingMismatch.Found
    ) -> PostgresError {
        let mismatch = DecodingMismatch(column: column, expected: "\(type)", found: found)
        return PostgresError(.decoding(mismatch), mismatch.description)
    }
}
