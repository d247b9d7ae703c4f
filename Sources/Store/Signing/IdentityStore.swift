public import Postgres

/// Accounts at other services, and visits there.
public enum IdentityStore {
    public static func begin(
        state: [UInt8],
        browser: [UInt8],
        issuer: String,
        nonce: String,
        verifier: String,
        next: String,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT core.begin_provider_visit(\(Digest.sha256(state)), \(Digest.sha256(browser)), \(issuer), \(nonce), \(verifier),
                                             \(next))
            """
        )
    }

    /// What was kept of a visit until it ended.
    public struct Visit: Hashable, Sendable {
        public let nonce: String
        public let verifier: String
        public let next: String
    }

    /// Spends a visit.
    public static func end(
        state: [UInt8],
        browser: [UInt8],
        issuer: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Visit {
        let row = try db.row(
            """
            SELECT nonce, verifier, next
              FROM core.end_provider_visit(\(Digest.sha256(state)), \(Digest.sha256(browser)), \(issuer))
            """
        )
        return Visit(
            nonce: try row.decode("nonce"),
            verifier: try row.decode("verifier"),
            next: try row.decode("next")
        )
    }

    /// Notes a try by an account at another service; nil for one that is linked to nobody.
    public static func attempt(
        _ issuer: String,
        _ subject: String,
        address: String,
        in db: isolated Connection
    ) throws(PostgresError) -> SessionStore.Attempt? {
        let row = try db.row(
            "SELECT attempt, person, password, secret FROM core.begin_identity(\(issuer), \(subject), \(address))"
        )
        guard try row.decode("attempt", as: Int64?.self) != nil else { return nil }
        return try SessionStore.Attempt(row)
    }

    /// Links an account to the one person with this verified address; false when there is none, or it was linked before.
    public static func link(
        _ issuer: String,
        _ subject: String,
        _ email: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.row("SELECT core.link_by_mail(\(issuer), \(subject), \(email)) AS linked")
            .decode("linked")
    }

    public static func link(
        _ issuer: String,
        _ subject: String,
        to person: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.link_identity(\(person), \(issuer), \(subject))")
    }

    /// Ends a person's links; answers how many there were.
    public static func unlink(
        _ person: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Int {
        try db.row("SELECT core.unlink_identity(\(person)) AS ended").decode("ended")
    }
}
