/// What went wrong between the program and the server.
///
/// `description` is for logs: it never carries row data, detail or parameter values. `debugDescription` may.
public struct PostgresError: Error, Sendable {
    public enum Kind: Hashable, Sendable {
        /// No connection could be opened, or none was free and none could be added.
        case connectionFailed
        /// The connection broke or the server ended it. A statement under way may or may not have been done.
        case connectionLost
        /// The server refused.
        case server(SQLState)
        /// A field is not what the program expects.
        case decoding(DecodingMismatch)
        /// A parameter, counted from 1, cannot be sent: it holds U+0000 or is too large. Nothing was sent.
        case encoding(parameter: Int)
        /// One row, or at most one, was expected.
        case unexpectedRowCount(Int)
        /// The task that waited was cancelled.
        case cancelled
        /// A limit of time was reached: the server's for a statement, or the pool's for a free connection.
        case timedOut
        /// The commit was sent, and whether it is done, or will survive, is not known.
        case commitOutcomeUnknown
        /// More callers wait than the bound allows.
        case overloaded
        /// The program asked for something that this call cannot do.
        case misuse
    }

    public let kind: Kind

    /// What happened, in words.
    ///
    /// May quote values when the server did.
    public let message: String

    /// What the server reported; nil when the server had no part in it.
    public let report: ServerReport?

    init(_ kind: Kind, _ message: String, report: ServerReport? = nil) {
        self.kind = kind
        self.message = message
        self.report = report
    }

    /// The server's condition code, whatever the kind; nil when the server reported nothing.
    public var sqlState: SQLState? { report?.sqlState }

    /// The constraint that refused, without the shard suffix `_102082` that a distributed table adds to it.
    public var constraintName: String? { report?.constraintName }

    public var tableName: String? { report?.tableName }
    public var columnName: String? { report?.columnName }
    public var schemaName: String? { report?.schemaName }
    public var severity: String? { report?.severity }
}

extension PostgresError {
    public var isConnectionLost: Bool { kind == .connectionLost }

    /// True when the same work may succeed if it is tried again from its beginning.
    ///
    /// Not true of `commitOutcomeUnknown`: it may have been done already, and only the caller can find out.
    public var isTransient: Bool {
        switch kind {
        case .connectionFailed, .connectionLost, .overloaded: true
        case .timedOut: true
        case .server(let state): state.isTransient
        case .decoding, .encoding, .unexpectedRowCount, .cancelled, .commitOutcomeUnknown, .misuse:
            false
        }
    }
}

extension PostgresError {
    /// True when PostgreSQL undid the transaction so that another could go on; nothing of it was done.
    public var gaveWay: Bool {
        sqlState == .deadlockDetected || sqlState == .serializationFailure
    }
}

extension SQLState {
    fileprivate var isTransient: Bool {
        switch self {
        case .serializationFailure, .deadlockDetected, .lockNotAvailable, .readOnlyTransaction: true
        default: ["08", "53", "57"].contains(conditionClass)
        }
    }
}
