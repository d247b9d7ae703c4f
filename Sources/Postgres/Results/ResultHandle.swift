import CLibPQ

/// Owns one `PGresult`, released when the last row that shows it is gone.
///
/// A class, because the rows of one result share it.
final class ResultHandle: Sendable {
    /// Not safe by its type, safe by libpq's contract: "PGresult objects are normally read-only
    /// after creation, and so can be passed around freely between threads" (manual, 34.20).
    ///
    /// No copy of the pointer leaves this layer.
    nonisolated(unsafe) let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        PQclear(pointer)
    }

    var status: ExecStatusType { PQresultStatus(pointer) }

    var isError: Bool { status == PGRES_FATAL_ERROR }

    /// The word with which the server says what it did: `COMMIT`, `ROLLBACK`, `INSERT 0 1`.
    var commandTag: String {
        PQcmdStatus(pointer).map { String(cString: $0) } ?? ""
    }

    /// Rows written or selected; zero for statements that have none.
    var affectedRows: Int {
        PQcmdTuples(pointer).flatMap { Int(String(cString: $0)) } ?? 0
    }
}
