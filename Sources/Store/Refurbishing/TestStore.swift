public import Domain
public import Postgres

/// What the bench found out about a machine, test by test.
public enum TestStore {
    /// What a machine is, and where it stands.
    public struct Subject: Hashable, Sendable {
        public let kind: DeviceType
        public let state: String
    }

    /// Nil when nobody knows the device.
    public static func subject(
        _ device: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Subject? {
        let row = try db.optionalRow(
            """
            SELECT kind, state FROM core.device WHERE org_id = \(speaker.organisation) AND device_id = \(device)
            """
        )
        guard let row else { return nil }
        let kind = DeviceType(rawValue: try row.decode("kind")) ?? .peripheral
        return Subject(kind: kind, state: try row.decode("state"))
    }

    /// Appends one result to each test's own row of results.
    public static func record(
        tests: [String],
        results: [String],
        notes: [String?],
        of device: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT core.record_tests(\(device), \(tests), \(results), \(notes))")
    }

    /// One test's last result in the present stay.
    public struct Result: Hashable, Sendable {
        public let test: String
        public let result: String
        public let note: String?
        public let at: Timestamp
        public let person: String
    }

    public static func latest(
        of device: Int64,
        _ speaker: Speaker
    ) -> Reading<[Result]> {
        .list(
            """
            SELECT DISTINCT ON (t.test) t.test, t.result, t.note, t.at, p.name AS person
              FROM core.test_result AS t
              JOIN core.device AS d ON d.org_id = t.org_id AND d.device_id = t.device_id AND d.stay = t.stay
              JOIN core.person AS p ON p.org_id = t.org_id AND p.person_id = t.person_id
             WHERE t.org_id = \(speaker.organisation) AND t.device_id = \(device) ORDER BY t.test, t.nth DESC
            """
        ) { (row) throws(PostgresError) in
            Result(
                test: try row.decode("test"),
                result: try row.decode("result"),
                note: try row.decode("note"),
                at: try row.decode("at"),
                person: try row.decode("person")
            )
        }
    }
}
