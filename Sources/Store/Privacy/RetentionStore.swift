public import Domain
public import Postgres

/// The clocks after which what is known of people goes.
public enum RetentionStore {
    /// What one clock did.
    public struct Run: Hashable, Sendable {
        public let clock: RetentionClock
        public let gone: Int
        /// What its law still keeps.
        public let kept: Int
        /// When the next of them goes; nil when none is kept, or when that depends on acts to come.
        public let nextOn: Day?
    }

    /// Runs every clock once.
    public static func run(in db: isolated Connection) throws(PostgresError) -> [Run] {
        var runs: [Run] = []
        let rows = try db.rows(
            "SELECT clock, gone, kept, next_on::text AS next_on FROM core.run_retention()"
        )
        for row in rows {
            guard let clock = RetentionClock(rawValue: try row.decode("clock")) else { continue }
            runs.append(
                Run(
                    clock: clock,
                    gone: Int(try row.decode("gone", as: Int32.self)),
                    kept: Int(try row.decode("kept", as: Int32.self)),
                    nextOn: try row.day("next_on")
                )
            )
        }
        return runs
    }

    /// What went with the file of a household.
    public struct Erased: Hashable, Sendable {
        public let applications: Int
        public let vouchers: Int
        /// Keyed hashes that stay until their 24 months are over.
        public let quotaKeys: Int
    }

    public static func erase(
        household: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Erased {
        let row = try db.row(
            "SELECT applications, vouchers, quota_keys FROM social.erase_household(\(household), 'request')"
        )
        return Erased(
            applications: Int(try row.decode("applications", as: Int32.self)),
            vouchers: Int(try row.decode("vouchers", as: Int32.self)),
            quotaKeys: Int(try row.decode("quota_keys", as: Int32.self))
        )
    }

    /// How many papers and lines of the register stay with their own clocks.
    public static func erase(
        donor: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> (papers: Int, registerLines: Int) {
        let row = try db.row("SELECT receipts, register_lines FROM core.erase_donor(\(donor))")
        return (
            Int(try row.decode("receipts", as: Int32.self)),
            Int(try row.decode("register_lines", as: Int32.self))
        )
    }

    /// The number under which the acts of the person stay.
    public static func erase(
        login: String,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row("SELECT core.erase_person(\(login)) AS person").decode("person")
    }
}
