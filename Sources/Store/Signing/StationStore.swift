public import Postgres

/// Shared benches, and the PINs by which people say there who acts.
public enum StationStore {
    /// Opens a shared bench under a name, for the speaker.
    public static func open(
        _ name: String,
        token: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.open_workstation(\(Digest.sha256(token)), \(name))")
    }

    /// Gives the speaker a PIN, and opens every lock of an earlier one.
    public static func setPIN(hash: String, in db: isolated Connection) throws(PostgresError) {
        try db.execute("SELECT core.set_pin(\(hash))")
    }

    /// Notes a try of a PIN, as failed, and reads what it is checked against; nobody for a login that is not known.
    public static func begin(
        login: String,
        at station: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) -> (person: Int64?, pin: String?) {
        let row = try db.row(
            "SELECT person, pin FROM core.begin_pin(\(Digest.sha256(station)), \(login))"
        )
        return (try row.decode("person"), try row.decode("pin"))
    }

    /// The PIN was right.
    public static func pass(
        _ person: Int64,
        at station: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.pass_pin(\(Digest.sha256(station)), \(person))")
    }
}
