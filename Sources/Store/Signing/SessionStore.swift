public import Postgres

/// Sessions, links and tokens; each is known to the database by its hash alone.
public enum SessionStore {
    /// A try to prove who one is, noted as failed until it is spent.
    public struct Attempt: Sendable {
        public let number: Int64
        /// nil when nobody answers to the account.
        public let person: Int64?
        /// The stored hash; nil for a person who has not chosen a password.
        public let password: String?
        /// The sealed secret of the second factor; nil without one.
        public let secret: [UInt8]?

        init(_ row: Row) throws(PostgresError) {
            number = try row.decode("attempt")
            person = try row.decode("person")
            password = try row.decode("password")
            secret = try row.decode("secret")
        }
    }

    /// What was shown of a second factor and is spent by it.
    public enum Shown: Sendable {
        /// A code of a step of the clock.
        case step(Int64)
        /// The keyed hash of a recovery code.
        case recovery([UInt8])

        public var step: Int64? { if case .step(let step) = self { step } else { nil } }
        public var recovery: [UInt8]? { if case .recovery(let hash) = self { hash } else { nil } }
    }

    /// Notes a try and reads what it is checked against.
    public static func begin(
        account: String,
        address: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Attempt {
        try Attempt(
            db.row(
                "SELECT attempt, person, password, secret FROM core.begin_sign_in(\(account), \(address))"
            )
        )
    }

    public static func open(
        after attempt: Attempt,
        token: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.open_session(\(attempt.number), \(Digest.sha256(token)))")
    }

    /// Who holds a session, and what is to be known of it.
    public struct Holder: Sendable {
        public let opening: Opening
        /// True when its last use is long enough ago to be noted.
        public let isStale: Bool
        /// The name of a shared bench; nil for a session of one's own.
        public let station: String?
        /// True for whoever has to add a second factor before anything else.
        public let owesFactor: Bool
    }

    /// Who a program's key speaks as, and what it may do.
    public struct KeyHolder: Sendable {
        public let opening: Opening
        public let key: Int64
        /// The commands and questions it is for; empty for all.
        public let scopes: [String]
    }

    /// Who holds a session of an organisation; nil when it has ended.
    public static func holder(
        ofSession token: [UInt8],
        in organisation: Int32
    ) -> Reading<Holder?> {
        .optional(
            """
            SELECT h.is_stale, h.station, h.owes_factor, p.person_id, p.login, p.name, p.language, p.organisation, p.time_zone,
                   p.currency, p.now, p.today, p.roles
              FROM core.session_person(\(Digest.sha256(token))) AS h
              JOIN core.present_person AS p ON p.org_id = \(organisation) AND p.person_id = h.person
            """
        ) { (row) throws(PostgresError) in
            Holder(
                opening: try Opening(organisation, row),
                isStale: try row.decode("is_stale"),
                station: try row.decode("station"),
                owesFactor: try row.decode("owes_factor")
            )
        }
    }

    public static func touch(
        _ token: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.touch_session(\(Digest.sha256(token)))")
    }

    public static func end(_ token: [UInt8], in db: isolated Connection) throws(PostgresError) {
        try db.execute("SELECT core.end_session(\(Digest.sha256(token)))")
    }

    /// Ends every session and token of a person; answers how many.
    public static func endAll(
        of person: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Int {
        try db.row("SELECT core.end_sessions(\(person)) AS ended").decode("ended")
    }

    /// Makes a link for choosing a password; it takes the place of an earlier one.
    public static func invite(
        _ person: Int64,
        token: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.invite(\(person), \(Digest.sha256(token)))")
    }

    /// Spends a link; answers whose password it was.
    public static func choosePassword(
        hash: String,
        with token: [UInt8],
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row("SELECT core.choose_password(\(Digest.sha256(token)), \(hash)) AS person")
            .decode("person")
    }

    /// Gives a program a key; `days` counts from now.
    public static func makeToken(
        for person: Int64,
        token: [UInt8],
        purpose: String,
        scopes: [String],
        days: Int,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            SELECT core.make_token(\(person), \(Digest.sha256(token)), \(purpose), \(scopes),
                                   clock_timestamp() + make_interval(days => \(Int32(clamping: days)))) AS made
            """
        ).decode("made")
    }

    /// Who holds a program's key of an organisation; nil when it has ended.
    public static func holder(
        ofKey token: [UInt8],
        in organisation: Int32
    ) -> Reading<KeyHolder?> {
        .optional(
            """
            SELECT h.token, h.scopes, p.person_id, p.login, p.name, p.language, p.organisation, p.time_zone, p.currency, p.now,
                   p.today, p.roles
              FROM core.token_person(\(Digest.sha256(token))) AS h
              JOIN core.present_person AS p ON p.org_id = \(organisation) AND p.person_id = h.person
            """
        ) { (row) throws(PostgresError) in
            KeyHolder(
                opening: try Opening(organisation, row),
                key: try row.decode("token"),
                scopes: try row.decode("scopes")
            )
        }
    }
}
