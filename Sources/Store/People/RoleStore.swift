public import Domain
public import Postgres

/// People of the house and the roles they hold, for the administrator.
public enum RoleStore {
    /// The number of the person behind a login; nil when there is none.
    public static func find(
        login: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64? {
        try db.optionalRow(
            "SELECT person_id FROM core.person WHERE org_id = \(speaker.organisation) AND login = \(login)"
        )?.decode("person_id")
    }

    /// A person with the roles held now.
    public struct Held: Hashable, Sendable {
        public let name: String
        public let roles: Set<String>
    }

    /// Who is behind a login; nil when there is nobody.
    public static func held(
        by login: String,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Held? {
        let row = try db.optionalRow(
            """
            SELECT p.name, ARRAY(SELECT r.role FROM core.person_role AS r WHERE r.org_id = p.org_id AND r.person_id = p.person_id
                                  AND clock_timestamp() <@ r.during) AS roles
              FROM core.person AS p WHERE p.org_id = \(speaker.organisation) AND p.login = \(login)
            """
        )
        return try row.map { (row) throws(PostgresError) in
            Held(
                name: try row.decode("name"),
                roles: Set(try row.decode("roles", as: [String].self))
            )
        }
    }

    public static func add(
        login: String,
        name: String,
        language: Language,
        email: String?,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Int64 {
        try db.row(
            """
            INSERT INTO core.person (org_id, login, name, language, email)
            VALUES (\(speaker.organisation), \(login), \(name), \(language.rawValue), \(email)) RETURNING person_id
            """
        ).decode("person_id")
    }

    public static func grant(
        _ role: Role,
        to person: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            INSERT INTO core.person_role (org_id, person_id, role, during, granted_by)
            VALUES (\(speaker.organisation), \(person), \(role.rawValue), tstzrange(clock_timestamp(), NULL), \(speaker.person))
            """
        )
    }

    /// Ends a role now; false when the person does not hold it.
    public static func end(
        _ role: Role,
        of person: Int64,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> Bool {
        try db.execute(
            """
            UPDATE core.person_role SET during = tstzrange(lower(during), clock_timestamp())
             WHERE org_id = \(speaker.organisation) AND person_id = \(person) AND role = \(role.rawValue)
               AND clock_timestamp() <@ during
            """
        ) > 0
    }

    /// Adds to a person's chain of events.
    public static func tell(
        _ event: String,
        of person: Int64,
        role: Role?,
        in db: isolated Connection
    ) throws(PostgresError) {
        try db.execute(
            """
            SELECT audit.append_one('person', \(person), \(event), jsonb_strip_nulls(jsonb_build_object('role', \(role?.rawValue)::text)))
            """
        )
    }

    public struct Listed: Hashable, Sendable {
        public let person: Int64
        public let login: String
        public let name: String
        public let language: String
        public let isActive: Bool
        public let roles: [String]
        /// The number of the person's last event.
        public let event: Int32
    }

    /// People by login, those after `after` when it is given.
    public static func list(
        after: String?,
        limit: Int,
        _ speaker: Speaker,
        in db: isolated Connection
    ) throws(PostgresError) -> [Listed] {
        var people: [Listed] = []
        let rows = try db.rows(
            """
            SELECT p.person_id, p.login, p.name, p.language, clock_timestamp() <@ p.active_during AS active,
                   ARRAY(SELECT r.role FROM core.person_role AS r WHERE r.org_id = p.org_id AND r.person_id = p.person_id
                          AND clock_timestamp() <@ r.during ORDER BY r.role) AS roles, coalesce(c.seq, 0) AS event
              FROM core.person AS p
              LEFT JOIN audit.chain AS c ON c.org_id = p.org_id AND c.subject = 'person' AND c.subject_id = p.person_id
             WHERE p.org_id = \(speaker.organisation) AND p.login > coalesce(\(after), '')
             ORDER BY p.login LIMIT \(Int32(clamping: limit))
            """
        )
        for row in rows {
            people.append(
                Listed(
                    person: try row.decode("person_id"),
                    login: try row.decode("login"),
                    name: try row.decode("name"),
                    language: try row.decode("language"),
                    isActive: try row.decode("active"),
                    roles: try row.decode("roles"),
                    event: try row.decode("event")
                )
            )
        }
        return people
    }
}
