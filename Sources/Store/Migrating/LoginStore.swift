public import Postgres

/// The logins of a private server, as its superuser sees them.
public enum LoginStore {
    /// Makes a login that a server of an older Moulin does not have yet, and lets it connect; nothing when it is there.
    ///
    /// The words are this program's own, never a person's.
    public static func bring(
        _ role: String,
        attributes: String,
        to database: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        let known = try db.optionalRow("SELECT 1 AS known FROM pg_roles WHERE rolname = \(role)")
        guard known == nil else { return }
        try db.script(
            "CREATE ROLE \(role) \(attributes); GRANT CONNECT ON DATABASE \(database) TO \(role)"
        )
    }
}
