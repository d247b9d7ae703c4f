/// An error that has a place for a `PostgresError`.
///
/// Lets one `throws(E)` carry both what a transaction's body refuses and what the connection reports. An enum with
/// `case postgres(PostgresError)` conforms by declaring it.
public protocol ExpressibleByPostgresError: Error {
    static func postgres(_ error: PostgresError) -> Self
}

extension PostgresError: ExpressibleByPostgresError {
    public static func postgres(_ error: PostgresError) -> PostgresError { error }
}

extension ExpressibleByPostgresError {
    /// Runs `body`, giving its error the shape of `Self`.
    static func catching<R>(_ body: () throws(PostgresError) -> R) throws(Self) -> R {
        do {
            return try body()
        } catch {
            throw .postgres(error)
        }
    }
}
