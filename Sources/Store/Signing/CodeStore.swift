public import Postgres

/// Second factors: what is shown is checked by the service, and spent here.
public enum CodeStore {
    /// The password of a try was right; the browser keeps this token until the code comes.
    public static func pass(
        _ attempt: SessionStore.Attempt,
        token: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.pass_password(\(attempt.number), \(Digest.sha256(token)))")
    }

    /// A try of a code after the password.
    public struct Try: Sendable {
        public let attempt: Int64
        public let number: Int64
        public let person: Int64
        public let secret: [UInt8]
    }

    /// Notes a try of a code and reads what it is checked against.
    public static func begin(
        passed token: [UInt8],
        address: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Try {
        let row = try db.row(
            "SELECT attempt, try, person, secret FROM core.begin_code(\(Digest.sha256(token)), \(address))"
        )
        return Try(
            attempt: try row.decode("attempt"),
            number: try row.decode("try"),
            person: try row.decode("person"),
            secret: try row.decode("secret")
        )
    }

    /// Opens the session, and spends what was shown.
    public static func open(
        after tried: Try,
        _ shown: SessionStore.Shown,
        token: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT core.open_session_by_code(\(tried.attempt), \(tried.number), \(shown.step), \(shown.recovery),
                                             \(Digest.sha256(token)))
            """
        )
    }

    /// Notes a try to prove within a session who is there.
    public static func beginProof(
        session: [UInt8],
        address: String,
        in db: isolated Connection
    ) throws(PostgresError) -> SessionStore.Attempt {
        try SessionStore.Attempt(
            db.row(
                """
                SELECT attempt, person, password, secret FROM core.begin_proof(\(Digest.sha256(session)), \(address))
                """
            )
        )
    }

    /// Who is there was proven now; `shown` is nil for a proof by password.
    public static func renewProof(
        session: [UInt8],
        after attempt: SessionStore.Attempt,
        _ shown: SessionStore.Shown?,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT core.renew_proof(\(Digest.sha256(session)), \(attempt.number), \(shown?.step), \(shown?.recovery))
            """
        )
    }

    /// Keeps a sealed secret that counts for nothing yet.
    public static func draft(
        _ sealed: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.draft_factor(\(sealed))")
    }

    /// What the speaker's own codes are checked against, sealed; both nil without any.
    public static func own(
        in db: isolated Connection
    ) throws(PostgresError) -> (secret: [UInt8]?, draft: [UInt8]?) {
        let row = try db.row("SELECT secret, draft FROM core.own_factor()")
        return (try row.decode("secret"), try row.decode("draft"))
    }

    /// The draft counts from now on.
    public static func confirm(
        step: Int64,
        recovery: [[UInt8]],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            "SELECT core.confirm_factor(\(step), \(hexadecimal(recovery))::text[]::bytea[])"
        )
    }

    /// Puts new recovery codes in the place of all that were left.
    public static func renewRecovery(
        step: Int64,
        recovery: [[UInt8]],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            "SELECT core.renew_recovery(\(step), \(hexadecimal(recovery))::text[]::bytea[])"
        )
    }

    private static func hexadecimal(_ hashes: [[UInt8]]) -> [String] {
        hashes.map { "\\x" + Digest.hex($0) }
    }

    /// Takes a second factor away; `shown` is nil for another person's.
    public static func end(
        of person: Int64,
        _ shown: SessionStore.Shown?,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.end_factor(\(person), \(shown?.step), \(shown?.recovery))")
    }

    public static func require(
        of person: Int64,
        _ isRequired: Bool,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.require_factor(\(person), \(isRequired))")
    }

    /// What there is to an account.
    public struct Account: Hashable, Sendable {
        public let hasPassword: Bool
        public let hasFactor: Bool
        public let isFactorRequired: Bool
        public let recoveryLeft: Int32
        public let hasPIN: Bool
    }

    public static func account(
        of person: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Account {
        let row = try db.row(
            "SELECT has_password, has_factor, is_required, recovery_left, has_pin FROM core.account_of(\(person))"
        )
        return Account(
            hasPassword: try row.decode("has_password"),
            hasFactor: try row.decode("has_factor"),
            isFactorRequired: try row.decode("is_required"),
            recoveryLeft: try row.decode("recovery_left"),
            hasPIN: try row.decode("has_pin")
        )
    }
}
