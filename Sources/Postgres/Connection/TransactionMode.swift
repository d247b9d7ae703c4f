/// What a transaction may do and what it sees of others.
public enum TransactionMode: Hashable, Sendable, CaseIterable {
    /// Each statement sees what was committed before it began.
    case readWrite
    /// As `readWrite`; the server refuses to write.
    case readOnly
    /// All statements see the state at the first of them; the server refuses to write.
    case snapshot
    /// As if transactions ran one after the other. May fail with `serializationFailure`, and is then tried again.
    case serializable

    var begin: Query {
        switch self {
        case .readWrite: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        case .readOnly: "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"
        case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .serializable: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
        }
    }
}
