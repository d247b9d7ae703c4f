public import Domain
public import Postgres
public import Schema

/// Why a database could not be brought to this program's schema; nothing of the run is kept.
public enum MigrationFailure: Error, ExpressibleByPostgresError {
    /// A migration that ran before reads otherwise now.
    case changed(String)
    /// The database knows migrations that this program does not: it is older than the database.
    case newer([String])
    case map(LifecycleFault)
    case missing(SchemaMissing)
    case failed(in: String, PostgresError)

    public static func postgres(_ error: PostgresError) -> MigrationFailure {
        .failed(in: "the transaction", error)
    }

    static func run<R>(
        in place: String = "the list of migrations",
        _ body: () throws(PostgresError) -> R
    ) throws(MigrationFailure) -> R {
        do { return try body() } catch { throw .failed(in: place, error) }
    }
}

extension MigrationFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .changed(let name):
            "migration \(name) was changed after it ran on this database; write a new migration instead"
        case .newer(let names):
            "the database knows \(names.joined(separator: ", ")), which this program does not; use a newer Moulin"
        case .map(let fault): "the map of a device's life is wrong: \(fault)"
        case .missing(let missing): missing.description
        case .failed(let place, let error): "\(place) failed: \(error) \(error.message)"
        }
    }
}
