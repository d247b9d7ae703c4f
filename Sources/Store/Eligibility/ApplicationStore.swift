public import Domain
public import Postgres

/// Applications of households, on the social services' login.
public enum ApplicationStore {
    public struct Standing: Hashable, Sendable {
        public let number: Int64
        public let household: Int64
        public let persons: Int
        public let childrenInEducation: Int
        public let status: ApplicationStatus
        public let kinds: [DeviceType]
        public let enteredBy: Int64
        public let enteredOn: Day
    }

    public static func add(
        household: Int64,
        kinds: [DeviceType],
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            INSERT INTO social.application (org_id, household_id, status, kinds, entered_by)
            VALUES (\(speaker.organisation), \(household), 'submitted', \(kinds.map(\.rawValue)), \(speaker.person))
            RETURNING application_id
            """
        ).decode("application_id")
    }

    /// The application of a household that is still open, if any.
    public static func open(
        of household: Int64,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64? {
        try db.optionalRow(
            """
            SELECT application_id FROM social.application
             WHERE household_id = \(household) AND status IN ('draft', 'submitted', 'incomplete', 'appealed')
            """
        )?.decode("application_id")
    }

    /// An application as it stands, locked until the transaction ends when `locking`.
    public static func standing(
        of number: Int64,
        locking: Bool,
        in db: isolated Connection
    ) throws(PostgresError) -> Standing? {
        if locking {
            try db.execute(
                "SELECT FROM social.application WHERE application_id = \(number) FOR UPDATE"
            )
        }
        let row = try db.optionalRow(
            """
            SELECT a.application_id, a.household_id, h.persons, h.children_in_education, a.status, a.kinds, a.entered_by,
                   (a.entered_at AT TIME ZONE o.time_zone)::date::text AS entered_on
              FROM social.application AS a
              JOIN social.household AS h ON h.org_id = a.org_id AND h.household_id = a.household_id
              JOIN core.organisation AS o ON o.org_id = a.org_id
             WHERE a.application_id = \(number)
            """
        )
        return try row.map { (row) throws(PostgresError) in try standing(row) }
    }

    /// Applications from the newest, those before `before` when it is given.
    public static func list(
        status: ApplicationStatus?,
        before: Int64?,
        limit: Int,
        in db: isolated Connection
    ) throws(PostgresError) -> [Standing] {
        var applications: [Standing] = []
        let rows = try db.rows(
            """
            SELECT a.application_id, a.household_id, h.persons, h.children_in_education, a.status, a.kinds, a.entered_by,
                   (a.entered_at AT TIME ZONE o.time_zone)::date::text AS entered_on
              FROM social.application AS a
              JOIN social.household AS h ON h.org_id = a.org_id AND h.household_id = a.household_id
              JOIN core.organisation AS o ON o.org_id = a.org_id
             WHERE (\(status?.rawValue)::text IS NULL OR a.status = \(status?.rawValue)::text)
               AND a.application_id < coalesce(\(before), 9223372036854775807)
             ORDER BY a.application_id DESC LIMIT \(Int32(clamping: limit))
            """
        )
        for row in rows { applications.append(try standing(row)) }
        return applications
    }

    private static func standing(_ row: Row) throws(PostgresError) -> Standing {
        let kinds: [String] = try row.decode("kinds")
        return Standing(
            number: try row.decode("application_id"),
            household: try row.decode("household_id"),
            persons: Int(try row.decode("persons", as: Int32.self)),
            childrenInEducation: Int(try row.decode("children_in_education", as: Int32.self)),
            status: ApplicationStatus(rawValue: try row.decode("status")) ?? .draft,
            kinds: kinds.compactMap(DeviceType.init(rawValue:)),
            enteredBy: try row.decode("entered_by"),
            enteredOn: try row.day("entered_on") ?? Day(number: 0)
        )
    }

    public static func set(
        _ status: ApplicationStatus,
        of number: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            "UPDATE social.application SET status = \(status.rawValue) WHERE application_id = \(number)"
        )
    }

    /// Adds to the application's chain of events, which carries no personal text and no outcome.
    public static func tell(
        _ event: String,
        of number: Int64,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute("SELECT audit.append_one('application', \(number), \(event), '{}')")
    }
}
