import CLibPQ

/// An error, warning or notice, as the server reported it.
public final class ServerReport: Sendable {
    public let sqlState: SQLState
    /// `ERROR`, `FATAL`, `PANIC`, `WARNING`, `NOTICE`, …, never translated.
    public let severity: String
    public let message: String
    /// May carry row data.
    public let detail: String?
    public let hint: String?
    /// The functions that were running.
    ///
    /// May carry row data.
    public let context: String?
    /// Where in the statement, in characters from 1.
    public let position: Int?
    public let schemaName: String?
    public let tableName: String?
    public let columnName: String?
    /// Without the shard suffix of a distributed table.
    public let constraintName: String?
    /// The server's own function that reported.
    let sourceFunction: String?

    /// - Parameter result: an error or a notice; read, not kept.
    init(_ result: OpaquePointer?) {
        func field(_ code: Int) -> String? {
            PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
        }
        sqlState = SQLState(rawValue: field(MOULIN_DIAG_SQLSTATE) ?? "08000")
        severity = field(MOULIN_DIAG_SEVERITY) ?? "ERROR"
        message =
            field(MOULIN_DIAG_MESSAGE)
            ?? PQresultErrorMessage(result).map { String(cString: $0) } ?? ""
        detail = field(MOULIN_DIAG_DETAIL)
        hint = field(MOULIN_DIAG_HINT)
        context = field(MOULIN_DIAG_CONTEXT)
        position = field(MOULIN_DIAG_POSITION).flatMap { Int($0) }
        schemaName = field(MOULIN_DIAG_SCHEMA)
        tableName = field(MOULIN_DIAG_TABLE)
        columnName = field(MOULIN_DIAG_COLUMN)
        constraintName = field(MOULIN_DIAG_CONSTRAINT).map(Self.withoutShardSuffix)
        sourceFunction = field(MOULIN_DIAG_SOURCE_FUNCTION)
    }

    /// Cuts `_[0-9]+` off the end: a distributed table's shards append their number to the names of constraints.
    static func withoutShardSuffix(_ name: String) -> String {
        guard let underscore = name.lastIndex(of: "_") else {
            return name
        }
        let suffix = name[underscore...].dropFirst()
        let isNumber = !suffix.isEmpty && suffix.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return isNumber ? String(name[..<underscore]) : name
    }

    /// The server ends the connection with these.
    var endsConnection: Bool { severity == "FATAL" || severity == "PANIC" }
}
