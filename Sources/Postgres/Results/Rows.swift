import CLibPQ

/// The rows of one result, held in memory as the server sent them.
public struct Rows: RandomAccessCollection, Sendable {
    let result: ResultHandle
    let columns: Columns

    init(_ result: ResultHandle) {
        self.result = result
        columns = Columns(result)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { Int(PQntuples(result.pointer)) }

    public subscript(position: Int) -> Row {
        precondition(indices.contains(position), "the result has no row \(position)")
        return Row(result: result, columns: columns, index: Int32(position))
    }

    /// The names of the columns, in the order of the statement.
    public var columnNames: [String] { columns.names }

    /// The place of a column, for reading many rows without naming it each time.
    ///
    /// - Throws: `.decoding` when there is no such column.
    public func column(_ name: String) throws(PostgresError) -> Int {
        try columns.index(of: name, expected: "a column")
    }
}

/// The names of a result's columns, read once.
final class Columns: Sendable {
    let names: [String]

    init(_ result: ResultHandle) {
        names = (0..<PQnfields(result.pointer)).map { index in
            PQfname(result.pointer, index).map { String(cString: $0) } ?? ""
        }
    }

    /// A scan: a statement has a handful of columns, and comparing short names beats hashing one.
    func index(of name: String, expected: String) throws(PostgresError) -> Int {
        guard let index = names.firstIndex(of: name) else {
            let mismatch = DecodingMismatch(column: name, expected: expected, found: .noSuchColumn)
            throw PostgresError(.decoding(mismatch), mismatch.description)
        }
        return index
    }
}
